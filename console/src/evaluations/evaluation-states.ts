import type { EvaluationRow, EvaluationState, Verdict } from "../generated/operations";
import type { TagState } from "../parts/Tag";

export const EVALUATION_STATES: readonly EvaluationState[] = ["PLANNED", "RUNNING", "PUBLISHED"];
export const VERDICTS: readonly Verdict[] = ["GENERALISE", "CONTINUE", "ADJUST", "STOP", "INCONCLUSIVE"];

export type Metric = EvaluationRow["metrics"][number];

const TAGS: Readonly<Record<EvaluationState, TagState>> = { PLANNED: "plain", RUNNING: "waiting", PUBLISHED: "active" };
export const evaluationTag = (state: EvaluationState): TagState => TAGS[state];

const VERDICT_TAGS: Readonly<Record<Verdict, TagState>> = {
  GENERALISE: "active",
  CONTINUE: "active",
  ADJUST: "expiring",
  STOP: "refused",
  INCONCLUSIVE: "plain",
};
export const verdictTag = (verdict: Verdict): TagState => VERDICT_TAGS[verdict];

/** Whole days from a day of the calendar to today: more than zero when it is past. */
export function daysLate(day: string, now: Date): number {
  const midnight = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((midnight - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
}
