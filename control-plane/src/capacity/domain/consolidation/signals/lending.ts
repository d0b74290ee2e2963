import type { Quarter } from "../../campaign/quarter.js";
import { HUNDREDTHS, type Grant } from "../demand/grants.js";
import { groupedBy } from "../grouped-by.js";
import type { Supply } from "../supply/supply.js";
import { accepts, type Zone } from "../zone.js";

/** GPUs that one ministry offers and does not use, for a need of another that its rights do not cover. */
export interface LendingProposal {
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: Zone;
  readonly fromMinistryId: string;
  readonly toMinistryId: string;
  readonly needId: string;
  /** Reference of the line that would lend. */
  readonly line: string;
  readonly gpus: number;
}

/**
 * Serves what rights leave unmet from idle GPUs of others: most critical needs first, from the line with most idle GPUs of
 * their kind that accepts their labels. Whole GPUs only.
 */
export function lendingProposals(grants: readonly Grant[], supply: readonly Supply[]): readonly LendingProposal[] {
  const idle = groupedBy(
    supply.filter(({ idleLendable }) => idleLendable > 0),
    ({ quarter, gpuType }) => `${quarter} ${gpuType}`,
  );
  const pots = new Map(
    [...idle].map(([key, group]) => [key, group.map((each) => ({ each, left: each.idleLendable }))]),
  );
  const wanting = grants.filter(({ unmet }) => unmet > 0).sort(byCriticality);
  return wanting.flatMap((grant) => {
    const { demand } = grant;
    const { ministryId, id: needId, content } = demand.need;
    const lenders = (pots.get(`${demand.quarter} ${demand.gpuType}`) ?? [])
      .filter(
        ({ each, left }) =>
          left > 0 && each.line.ministryId !== ministryId && accepts(each.line.line.labels, content.labels),
      )
      .sort((a, b) => b.left - a.left || (a.each.line.id < b.each.line.id ? -1 : 1));
    let wanted = Math.ceil(grant.unmet / HUNDREDTHS);
    return lenders.flatMap((lender) => {
      const gpus = Math.min(wanted, lender.left);
      if (gpus === 0) return [];
      wanted -= gpus;
      lender.left -= gpus;
      const { line } = lender.each;
      return [
        {
          quarter: demand.quarter,
          gpuType: demand.gpuType,
          zone: demand.zone,
          fromMinistryId: line.ministryId,
          toMinistryId: ministryId,
          needId,
          line: line.line.reference,
          gpus,
        },
      ];
    });
  });
}

const byCriticality = ({ demand: one }: Grant, { demand: other }: Grant): number =>
  (one.quarter < other.quarter ? -1 : one.quarter > other.quarter ? 1 : 0) ||
  one.need.content.criticality - other.need.content.criticality ||
  (one.need.id < other.need.id ? -1 : one.need.id > other.need.id ? 1 : 0);
