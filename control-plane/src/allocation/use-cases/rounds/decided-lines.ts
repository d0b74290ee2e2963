import { explainer } from "../../domain/round-program/explain.js";
import { byPool, placeQuarter, type Grants } from "../../domain/round-program/grant-lines.js";
import { eligibleSlices, type RoundInstance } from "../../domain/round-program/instance.js";
import { outcomeOf, type RoundLine } from "../../domain/rounds/round-line.js";

/** Lines with what is granted to them and why, as their next versions. */
export function decidedLines(
  instance: RoundInstance,
  grants: Grants,
  lines: readonly RoundLine[],
): readonly RoundLine[] {
  const explain = explainer(instance, grants);
  return lines.map((line) => {
    const index = instance.needs.findIndex(({ id }) => id === line.id);
    const placements = grants.map((quarter) => {
      const grant = quarter[index];
      return grant === undefined ? [] : byPool(instance, grant);
    });
    const explanations = instance.quarters.map((_, quarter) => explain(quarter, index));
    const outcome = outcomeOf(line.asks, placements);
    return { ...line, placements, explanations, outcome, amended: null, version: line.version + 1 };
  });
}

/** Everything asked for, placed; `null` when it does not all fit. */
export function allFits(instance: RoundInstance): Grants | null {
  const eligible = instance.needs.map((need) => eligibleSlices(need, instance.slices));
  const grants = instance.quarters.map((_, quarter) => {
    const amounts = instance.needs.map(({ asks }) => asks[quarter]?.gpus ?? 0);
    const placedNow = placeQuarter(instance, quarter, amounts, eligible, (need, poolId) => {
      return instance.needs[need]?.held[poolId] ?? 0;
    });
    return placedNow.every(({ gpus }, need) => gpus === amounts[need]) ? placedNow : null;
  });
  return grants.every((quarter) => quarter !== null) ? grants : null;
}

/** GPUs of the fullest quarter: what the threshold of *continu* is compared with. */
export const fullestQuarter = (instance: RoundInstance): number =>
  Math.max(
    0,
    ...instance.quarters.map((_, quarter) =>
      instance.needs.reduce((sum, { asks }) => sum + (asks[quarter]?.gpus ?? 0), 0),
    ),
  );
