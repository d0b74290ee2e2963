import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
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
}

function read(params: URLSearchParams): RequestChoice {
  return {
    outcome: OUTCOMES.find((one) => one === params.get("outcome")) ?? "all",
    period: PERIODS.find((one) => one === params.get("period")) ?? "day",
    organisation: params.get("organisation") ?? "",
    useCase: params.get("useCase") ?? "",
    application: params.get("application") ?? "",
    code: params.get("code") ?? "",
  };
}

/** A use case is of one organisation and an application of one use case: another choice above clears those below. */
function narrowed(part: Partial<RequestChoice>): Partial<RequestChoice> {
  if (part.organisation !== undefined) return { useCase: "", application: "", ...part };
  return part.useCase === undefined ? part : { application: "", ...part };
}

/** The filter of the requests, kept in the address, and the query's own form of it. */
export function useRequestFilter() {
  const [params, setParams] = useSearchParams();
  const choice = read(params);
  const [now] = useState(() => new Date());
  const { outcome, period, organisation, useCase, application, code } = choice;
  const filter = useMemo<RequestFilter>(
    () => ({
      outcome: outcome === "all" ? null : [outcome],
      code: code === "" ? null : [code],
      organisationId: organisation === "" ? null : organisation,
      useCaseId: useCase === "" ? null : useCase,
      applicationId: application === "" ? null : application,
      from: periodStart(period, now),
    }),
    [outcome, period, organisation, useCase, application, code, now],
  );
  const change = (part: Partial<RequestChoice>) => {
    const next = { ...choice, ...narrowed(part) };
    const written = new URLSearchParams();
    if (next.outcome !== "all") written.set("outcome", next.outcome);
    if (next.period !== "day") written.set("period", next.period);
    if (next.organisation !== "") written.set("organisation", next.organisation);
    if (next.useCase !== "") written.set("useCase", next.useCase);
    if (next.application !== "") written.set("application", next.application);
    if (next.code !== "") written.set("code", next.code);
    setParams(written, { replace: true });
  };
  const clear = () => setParams(new URLSearchParams(), { replace: true });
  return { choice, filter, change, clear, query: params.toString() };
}
