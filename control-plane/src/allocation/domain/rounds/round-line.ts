import type { QuarterExplanation } from "../round-program/explain.js";
import type { Placed } from "../round-program/grant-lines.js";
import type { Criticality } from "../round-program/instance.js";

/** GPUs of a quarter, as sized: `likely` is what is asked, `low` and `high` its uncertainty. */
export interface LineAsk {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly minUseful: number;
}

export const LINE_OUTCOMES = ["granted", "partial", "refused"] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** A request in a round, and what is granted to it. */
export interface RoundLine {
  readonly id: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly ministryId: string;
  readonly useCaseId: string | null;
  /** Need of a campaign, when it comes from one. */
  readonly needId: string | null;
  readonly title: string;
  readonly gpuClasses: readonly string[];
  readonly labels: readonly string[];
  readonly criticality: Criticality;
  readonly score: number;
  /** One for each quarter of the round. */
  readonly asks: readonly (LineAsk | null)[];
  /** Announced when it would use its grant: low use is then no ground for taking it back. */
  readonly hasCalendar: boolean;
  readonly declaredBy: string;
  readonly declaredAt: Date;
  /** One list for each quarter; `null` before the round is solved. */
  readonly placements: readonly (readonly Placed[])[] | null;
  readonly explanations: readonly (QuarterExplanation | null)[] | null;
  readonly outcome: LineOutcome | null;
  readonly amended: { readonly by: string; readonly reason: string } | null;
  readonly version: number;
}

/** The node that holds what is granted. */
export const nodeOf = (line: RoundLine): string => line.useCaseId ?? line.organisationId;

export const grantedIn = (placements: RoundLine["placements"], quarter: number): number =>
  (placements?.[quarter] ?? []).reduce((sum, { gpus }) => sum + gpus, 0);

export function outcomeOf(asks: RoundLine["asks"], placements: RoundLine["placements"]): LineOutcome {
  const quarters = asks.map((ask, quarter) => ({ asked: ask?.likely ?? 0, granted: grantedIn(placements, quarter) }));
  if (quarters.every(({ asked, granted }) => granted >= asked)) return "granted";
  return quarters.every(({ granted }) => granted === 0) ? "refused" : "partial";
}

/** What the lines make of their round; a round without a line is refused. */
export function roundOutcome(lines: readonly RoundLine[]): LineOutcome {
  const outcomes = new Set(lines.map(({ outcome }) => outcome ?? "refused"));
  if (outcomes.size === 1 && outcomes.has("granted")) return "granted";
  return outcomes.size === 0 || (outcomes.size === 1 && outcomes.has("refused")) ? "refused" : "partial";
}
