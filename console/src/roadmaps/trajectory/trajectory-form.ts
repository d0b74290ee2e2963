import type { DependencyDomain, PlannedSpendInput, TrajectoryPointInput } from "../../generated/operations";
import type { RoadmapSheet } from "../roadmap-states";
import { type FieldSpec, figureOf, problemOf, typedFigure } from "../../parts/form/field-spec";
import { MOST_EUROS } from "../figures";

/** Years that a trajectory covers, as the server asks. */
export const YEARS = [2025, 2026, 2027, 2028, 2029, 2030] as const;
export const SHARES = ["sovereignUsersPct", "sensitiveOnQualifiedPct"] as const;
export type Share = (typeof SHARES)[number];

/** Figures as typed: by year and domain, by year and share. Empty is not said. */
export interface TrajectoryForm {
  /** Columns of the grid, in the order they were added. */
  readonly domains: readonly DependencyDomain[];
  readonly cells: Readonly<Record<string, string>>;
}

export const cellKey = (year: number, column: DependencyDomain | Share): string => `${String(year)} ${column}`;

/** Domains of the inventory and of what is already planned, with the figures that stand. */
export function trajectoryForm({ dependencies, plannedSpend, trajectory }: RoadmapSheet["content"]): TrajectoryForm {
  const spends = plannedSpend.map(({ year, domain, euros }) => [cellKey(year, domain), typedFigure(euros)]);
  const shares = trajectory.flatMap((point) => SHARES.map((one) => [cellKey(point.year, one), String(point[one])]));
  return {
    domains: [...new Set([...plannedSpend, ...dependencies].map(({ domain }) => domain))],
    cells: Object.fromEntries([...spends, ...shares]) as Record<string, string>,
  };
}

const SPEND: FieldSpec = { name: "spend", kind: "whole", min: 0, max: MOST_EUROS };
const SHARE: FieldSpec = { name: "share", kind: "number", min: 0, max: 100 };

/** The figures as a form holds them. */
export const trajectoryIn = (typed: string): TrajectoryForm => JSON.parse(typed) as TrajectoryForm;

const typedIn = ({ cells }: TrajectoryForm, key: string): string => (cells[key] ?? "").trim();

/** Keys of cells to correct: whole euros, percents up to 100, both shares of a year or none. */
export function wrongCells(form: TrajectoryForm): readonly string[] {
  return YEARS.flatMap((year) => [
    ...form.domains
      .map((domain) => cellKey(year, domain))
      .filter((key) => typedIn(form, key) !== "" && problemOf(SPEND, typedIn(form, key)) !== null),
    ...wrongShares(form, year),
  ]);
}

function wrongShares(form: TrajectoryForm, year: number): readonly string[] {
  const keys = SHARES.map((share) => cellKey(year, share));
  if (keys.every((key) => typedIn(form, key) === "")) return [];
  return keys.filter((key) => problemOf(SHARE, typedIn(form, key)) !== null);
}

export function toTrajectory(form: TrajectoryForm): {
  readonly plannedSpend: readonly PlannedSpendInput[];
  readonly trajectory: readonly TrajectoryPointInput[];
} {
  const figure = (year: number, column: DependencyDomain | Share): number | null => {
    const typed = typedIn(form, cellKey(year, column));
    return typed === "" ? null : figureOf(typed);
  };
  const plannedSpend = YEARS.flatMap((year) =>
    form.domains.flatMap((domain) => {
      const euros = figure(year, domain);
      return euros === null ? [] : [{ year, domain, euros }];
    }),
  );
  const trajectory = YEARS.flatMap((year) => {
    const [users, sensitive] = [figure(year, "sovereignUsersPct"), figure(year, "sensitiveOnQualifiedPct")];
    return users === null || sensitive === null
      ? []
      : [{ year, sovereignUsersPct: users, sensitiveOnQualifiedPct: sensitive }];
  });
  return { plannedSpend, trajectory };
}

/** Sum of a year's spend as typed; null when a figure of it is none. */
export function yearTotal(form: TrajectoryForm, year: number): number | null {
  const typed = form.domains.map((domain) => typedIn(form, cellKey(year, domain))).filter((one) => one !== "");
  const total = typed.reduce((sum, one) => sum + figureOf(one), 0);
  return typed.length === 0 || Number.isNaN(total) ? null : total;
}
