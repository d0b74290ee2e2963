import type { AllocationInput } from "../consolidation-input.js";
import { clawback, GPU_UNDER_USE_RULE } from "../under-use.js";

/** A right of which little was used, and what the rule would take back at mid-period. */
export interface UnderUsed {
  readonly allocationId: string;
  readonly ministryId: string;
  readonly pool: string;
  readonly nominal: number;
  readonly usedP95: number;
  /** Whole GPUs, rounded down. */
  readonly takenBack: number;
  readonly rule: string;
}

/** Most taken back first. Announced calendars are for the round to look at: here none is known. */
export function underUsed(allocations: readonly AllocationInput[]): readonly UnderUsed[] {
  return allocations
    .flatMap(({ id: allocationId, ministryId, pool, nominal, usedP95 }) => {
      if (usedP95 === null || nominal === 0) return [];
      const use = { granted: nominal, usedShare: usedP95 / nominal, hasCalendar: false };
      const takenBack = Math.floor(clawback(use, GPU_UNDER_USE_RULE));
      const rule = GPU_UNDER_USE_RULE.version;
      return takenBack === 0 ? [] : [{ allocationId, ministryId, pool, nominal, usedP95, takenBack, rule }];
    })
    .sort((a, b) => b.takenBack - a.takenBack || (a.allocationId < b.allocationId ? -1 : 1));
}
