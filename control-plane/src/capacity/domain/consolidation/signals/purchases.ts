import type { Quarter } from "../../campaign/quarter.js";
import { quarterDays } from "../../campaign/quarter.js";
import { HUNDREDTHS, type Grant } from "../demand/grants.js";
import { groupedBy } from "../grouped-by.js";
import type { Zone } from "../zone.js";
import type { LendingProposal } from "./lending.js";

/** GPUs that nobody has, quarter after quarter. */
export interface PurchaseSignal {
  readonly gpuType: string;
  readonly zone: Zone;
  /** First of the quarters in a row. */
  readonly from: Quarter;
  readonly quarters: number;
  /** Missing in every one of them, whole GPUs. */
  readonly gpus: number;
  /** By when they would have to be there, `YYYY-MM-DD`. */
  readonly neededBy: string;
}

/** A shortage of a single quarter is borrowed or waited for; of two in a row it is bought for. */
const IN_A_ROW = 2;

/** Likely demand that neither rights nor idle GPUs of others cover, in two consecutive quarters or more. */
export function purchaseSignals(
  grants: readonly Grant[],
  lent: readonly LendingProposal[],
  quarters: readonly Quarter[],
): readonly PurchaseSignal[] {
  const groups = groupedBy(grants, ({ demand }) => `${demand.gpuType} ${demand.zone}`);
  const lentBy = groupedBy(lent, ({ gpuType, zone }) => `${gpuType} ${zone}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const missing = quarters.map((quarter) => {
        const unmet = sumOf(group.filter(({ demand }) => demand.quarter === quarter).map((each) => each.unmet));
        const given = sumOf((lentBy.get(key) ?? []).filter((each) => each.quarter === quarter).map(({ gpus }) => gpus));
        return { quarter, gpus: Math.max(0, Math.ceil(unmet / HUNDREDTHS) - given) };
      });
      const { gpuType, zone } = first.demand;
      return runsOf(missing).map((run) => ({ gpuType, zone, ...run }));
    });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

type Run = Omit<PurchaseSignal, "gpuType" | "zone">;

function runsOf(missing: readonly { readonly quarter: Quarter; readonly gpus: number }[]): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 0; at <= missing.length; at += 1) {
    if ((missing[at]?.gpus ?? 0) > 0) continue;
    const run = missing.slice(start, at);
    const [first] = run;
    start = at + 1;
    if (first === undefined || run.length < IN_A_ROW) continue;
    const gpus = Math.min(...run.map((each) => each.gpus));
    runs.push({ from: first.quarter, quarters: run.length, gpus, neededBy: quarterDays(first.quarter).from });
  }
  return runs;
}
