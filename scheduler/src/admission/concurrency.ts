import type { LevelDecisionV1, LimitV1 } from "@socle/contracts";

type EnterOutcome =
  | { readonly ok: true; readonly levels: readonly LevelDecisionV1[] }
  | { readonly ok: false; readonly limit: LimitV1; readonly levels: readonly LevelDecisionV1[] };

/** Requests inside, by concurrency limit. Local to a replica. */
export interface ConcurrencyGauge {
  /** Enters every limit or none. */
  enter(limits: readonly LimitV1[]): EnterOutcome;
  leave(limits: readonly LimitV1[]): void;
}

export const createConcurrencyGauge = (): ConcurrencyGauge => {
  const inside = new Map<string, number>();
  const count = (limit: LimitV1): number => inside.get(limit.id) ?? 0;
  const level = (limit: LimitV1): LevelDecisionV1 => ({
    nodeId: limit.nodeId,
    ceilingId: limit.id,
    unit: "request",
    ceiling: limit.value,
    asked: 1,
    held: Math.max(0, limit.value - count(limit)),
    ok: count(limit) < limit.value,
  });
  return {
    enter(limits) {
      const levels = limits.map(level);
      const full = limits.find((limit) => count(limit) >= limit.value);
      if (full !== undefined) return { ok: false, limit: full, levels };
      for (const limit of limits) inside.set(limit.id, count(limit) + 1);
      return { ok: true, levels };
    },
    leave(limits) {
      for (const limit of limits) {
        const left = count(limit) - 1;
        if (left > 0) inside.set(limit.id, left);
        else inside.delete(limit.id);
      }
    },
  };
};
