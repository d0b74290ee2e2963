import type { RequestFilter } from "../generated/operations";
import { PERIODS, type RequestPeriod, periodStart } from "./request-period";

export const OUTCOMES = ["all", "refused", "failed", "cancelled", "served"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RequestChoice {
  readonly outcome: Outcome;
  readonly period: RequestPeriod;
  readonly organisation: string;
  readonly useCase: string;
  /** Of the chosen use case. */
  readonly application: string;
  readonly code: string;
  /** Reference of an administrative decision. */
  readonly decision: string;
}

/** Names under which the address keeps the choice. */
export const REQUEST_FILTERS = [
  "outcome",
  "period",
  "organisation",
  "useCase",
  "application",
  "code",
  "decision",
] as const;
type Filters = Readonly<Partial<Record<string, string>>>;

export const choiceOf = (filters: Filters): RequestChoice => ({
  outcome: OUTCOMES.find((one) => one === filters["outcome"]) ?? "all",
  period: PERIODS.find((one) => one === filters["period"]) ?? "day",
  organisation: filters["organisation"] ?? "",
  useCase: filters["useCase"] ?? "",
  application: filters["application"] ?? "",
  code: filters["code"] ?? "",
  decision: filters["decision"] ?? "",
});

/**
 * What another choice changes: a use case is of one organisation and an application of one use case, so that those below
 * are cleared; what everybody gets is not written in the address.
 */
export function narrowed(part: Partial<RequestChoice>): Readonly<Record<string, string>> {
  const below =
    part.organisation !== undefined ? ["useCase", "application"] : part.useCase !== undefined ? ["application"] : [];
  const written = Object.entries(part).map(([name, value]) => [name, value === "all" || value === "day" ? "" : value]);
  return Object.fromEntries([...below.map((name) => [name, ""]), ...written]) as Readonly<Record<string, string>>;
}

/** The choice as the control plane takes it. @param now the period ends there */
export function requestFilter(choice: RequestChoice, now: Date): RequestFilter {
  const orNull = (value: string): string | null => (value === "" ? null : value);
  return {
    outcome: choice.outcome === "all" ? null : [choice.outcome],
    code: choice.code === "" ? null : [choice.code],
    organisationId: orNull(choice.organisation),
    useCaseId: orNull(choice.useCase),
    applicationId: orNull(choice.application),
    decisionRef: orNull(choice.decision),
    // Who asks about a decision does so months after: its requests are sought whatever their day.
    from: choice.decision === "" ? periodStart(choice.period, now) : null,
  };
}
