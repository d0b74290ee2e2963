import { setImmediate } from "node:timers/promises";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import { consolidationSteps } from "../../domain/consolidation/consolidate.js";
import type { Consolidated } from "../../domain/consolidation/consolidation.js";
import type { ConsolidationEngine } from "../../ports/consolidation/consolidation-engine.port.js";

/** Told in steps of this share: each is a statement. */
const TOLD_EVERY = 0.1;

/**
 * Computes in this process, a piece at a time, so that answers that others wait for go out in between. A State of 5,000
 * needs takes about a second; the longest pieces, adding up what would be pooled and the digest of the input, some tenths
 * of one. A thread of its own would spend as long on copying the input.
 */
export class CooperativeConsolidationEngine implements ConsolidationEngine {
  async compute(
    input: ConsolidationInput,
    progress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Consolidated> {
    const steps = consolidationSteps(input);
    let told = 0;
    for (;;) {
      signal.throwIfAborted();
      const step = steps.next();
      if (step.done === true) return step.value;
      if (step.value >= told + TOLD_EVERY) progress((told = step.value));
      await setImmediate();
    }
  }
}
