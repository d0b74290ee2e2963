import { hundredths, topAllocations, type PlacedAllocation } from "../allocation.js";
import type { RoundSlice } from "../round-program/instance.js";
import { isOf, keptBy } from "./rights-at.js";
import type { PoolTerms } from "./round.js";

/** A pool as the serving room describes it. */
export interface RoundPool {
  readonly id: string;
  readonly gpuClass: string;
  readonly gpuCount: number;
  readonly acceptedLabels: readonly string[];
}

export interface SliceInput {
  readonly pool: RoundPool;
  readonly terms: PoolTerms;
  /** Rights in force in the pool at the beginning of each quarter. */
  readonly rights: readonly (readonly PlacedAllocation[])[];
  /** Ministries whose rights the round decides anew; empty when it adds to what is held. */
  readonly decided: ReadonlySet<string>;
  /** Nodes that ask, and those above them. */
  readonly asking: ReadonlySet<string>;
}

/**
 * What a round may distribute of a pool: everything, less the rights of those it does not decide on, less what is
 * guaranteed to those it does. A guarantee comes back as a slice of its own when somebody at or under its node asks.
 */
export function slicesOf({ pool, terms, rights, decided, asking }: SliceInput): readonly RoundSlice[] {
  const facts = {
    poolId: pool.id,
    gpuClass: pool.gpuClass,
    acceptedLabels: pool.acceptedLabels,
    ownerMinistryId: terms.ownerMinistryId,
    market: terms.market,
    centsPerGpuHour: terms.centsPerGpuHour,
  };
  const quarters = rights.map((held) => {
    const [anew, others] = [held.filter((each) => isOf(decided, each)), held.filter((each) => !isOf(decided, each))];
    const kept = keptBy(anew);
    const withheld = topAllocations(others).reduce((sum, { nominal }) => sum + hundredths(nominal), 0);
    const guaranteed = kept.reduce((sum, { own }) => sum + own, 0);
    const open = Math.max(0, Math.floor((pool.gpuCount * 100 - withheld - guaranteed) / 100));
    return { open, kept: new Map(kept.map(({ nodeId, own }) => [nodeId, Math.floor(own / 100)])) };
  });
  const nodes = [...new Set(quarters.flatMap(({ kept }) => [...kept.keys()]))].filter((id) => asking.has(id)).sort();
  return [
    { ...facts, reservedFor: null, gpus: quarters.map(({ open }) => open) },
    ...nodes.map((nodeId) => ({
      ...facts,
      reservedFor: nodeId,
      gpus: quarters.map(({ kept }) => kept.get(nodeId) ?? 0),
    })),
  ];
}
