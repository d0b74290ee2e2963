import type { RoundInstance } from "./instance.js";
import { lexicographicAmounts } from "./lexicographic.js";
import type { StageSolver } from "./linear-program.js";
import { quarterModel } from "./quarter-model.js";

/**
 * GPUs to add to the open part of a pool for a need to be served in full when the whole quarter is decided again.
 * Unlike the figure of `explain`, which leaves everybody else alone, this one lets the added GPUs go to whoever comes
 * first, so it is what a purchase would have to be. Found by halving, each step a full solution of the quarter: the
 * answer serves the need, one GPU less does not.
 * @param most GPUs beyond which the search gives up
 * @returns `null` when the need is not in the round, or `most` does not serve it
 */
export function solveUnlock(
  instance: RoundInstance,
  quarter: number,
  needId: string,
  poolId: string,
  most: number,
  solve: StageSolver,
): number | null {
  const serves = (gpus: number): boolean => isServed(adding(instance, quarter, poolId, gpus), quarter, needId, solve);
  if (serves(0)) return 0;
  if (!serves(most)) return null;
  let [tooFew, enough] = [0, most];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (serves(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

function isServed(instance: RoundInstance, quarter: number, needId: string, solve: StageSolver): boolean {
  const model = quarterModel({ ...instance, quarter });
  const index = model.askers.findIndex(({ need }) => need.id === needId);
  const amounts = lexicographicAmounts(model, solve);
  return index >= 0 && amounts?.granted[index] === model.askers[index]?.gpus;
}

/** The same State with more GPUs in the open part of one pool. */
function adding(instance: RoundInstance, quarter: number, poolId: string, gpus: number): RoundInstance {
  const more = (counts: readonly number[]): number[] =>
    counts.map((count, at) => (at === quarter ? count + gpus : count));
  return {
    ...instance,
    slices: instance.slices.map((slice) =>
      slice.poolId === poolId && slice.reservedFor === null ? { ...slice, gpus: more(slice.gpus) } : slice,
    ),
  };
}
