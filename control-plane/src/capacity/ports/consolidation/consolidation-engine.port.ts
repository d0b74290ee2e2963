import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import type { Consolidated } from "../../domain/consolidation/consolidation.js";

/** Computes a consolidation away from those who wait for answers. */
export interface ConsolidationEngine {
  /**
   * @param progress is told the share that is done, 0 to 1
   * @param signal stops the computation, which then rejects with its reason
   */
  compute(input: ConsolidationInput, progress: (share: number) => void, signal: AbortSignal): Promise<Consolidated>;
}
