import { eligibleSlices, type RoundInstance } from "./instance.js";
import { classTotals, lexicographicAmounts, mayHave } from "./lexicographic.js";
import type { StageSolver } from "./linear-program.js";
import { quarterModel } from "./quarter-model.js";
import { withOpenParts } from "./room-in-quarter.js";

/** Time ended a solution before it was proven. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";
  constructor() {
    super("time ended a solution before it was proven");
  }
}

/** Numbers of GPUs that are tried one by one. */
const TRIED_ONE_BY_ONE = 16;

/**
 * GPUs to add to the open part of a pool for a need to be served in full when the whole quarter is decided again.
 * Unlike the figure of `explain`, which leaves everybody else alone, this one lets the added GPUs go to whoever comes
 * first, so it is what a purchase would have to be. Each try is a full solution of the quarter: the answer serves the need,
 * one GPU less does not. More GPUs can serve it less (ADR 0038), so the first 16 numbers that could do are tried in turn, and
 * an answer among them is the fewest there is; beyond them by halving, and fewer may do.
 * @param most GPUs beyond which the search gives up
 * @returns `null` when the need is not in the round, or nothing that was tried serves it
 * @throws OutOfTime when time ends a try before it is proven: what it found says nothing
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
  const least = fewest(instance, quarter, needId);
  const last = Math.min(most, least + TRIED_ONE_BY_ONE - 1);
  for (let gpus = least; gpus <= last; gpus += 1) if (serves(gpus)) return gpus;
  if (last === most || !serves(most)) return null;
  let [tooFew, enough] = [last, most];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (serves(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** What lacks to the need if nobody else asked for anything. */
function fewest({ needs, slices }: RoundInstance, quarter: number, needId: string): number {
  const need = needs.find(({ id }) => id === needId);
  const ask = need?.asks[quarter] ?? null;
  if (need === undefined || ask === null) return 0;
  const there = eligibleSlices(need, slices).reduce((sum, slice) => sum + (slices[slice]?.gpus[quarter] ?? 0), 0);
  return Math.max(0, ask.gpus - there);
}

function isServed(instance: RoundInstance, quarter: number, needId: string, solve: StageSolver): boolean {
  const model = quarterModel({ ...instance, quarter });
  const asker = model.askers.find(({ need }) => need.id === needId);
  if (asker === undefined) return false;
  const served = classTotals(model, solve);
  // Where the totals of the classes leave too little, sharing them need not be worked out.
  if (!mayHave(served, asker, solve)) return false;
  const amounts = lexicographicAmounts(model, solve, served);
  if (amounts === null || amounts.gapPct > 0) throw new OutOfTime();
  return amounts.granted[model.askers.indexOf(asker)] === asker.gpus;
}

/** The same State with more GPUs in the open part of one pool. */
export function adding(instance: RoundInstance, quarter: number, poolId: string, gpus: number): RoundInstance {
  const more = (counts: readonly number[]): number[] =>
    counts.map((count, at) => (at === quarter ? count + gpus : count));
  const { slices } = withOpenParts(instance);
  return {
    ...instance,
    slices: slices.map((slice) =>
      slice.poolId === poolId && slice.reservedFor === null ? { ...slice, gpus: more(slice.gpus) } : slice,
    ),
  };
}
