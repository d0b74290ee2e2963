import { addAmounts } from "@socle/contracts";
import type { Amounts, DecisionV1 } from "@socle/contracts";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { OperationUse } from "../cost/engine-usage.js";

/** What a request used in all: of its operation, and what the service of that and of cut attempts cost. */
export interface Used {
  readonly operation: OperationUse;
  readonly cost: Amounts;
  /** Where it ran last. */
  readonly placed: PlacedEndpoint;
}

const NOTHING: OperationUse = { amounts: {}, estimated: true };

/**
 * Attempts of one request that were cut so that others could run. Nobody pays tokens of an answer that was thrown away;
 * the GPU time, the energy and the emissions were used all the same and are counted once, with the request's own.
 */
export class CutAttempts {
  count = 0;
  private spent: Amounts = {};
  private last: PlacedEndpoint | null = null;
  /** Which endpoint had the last of them, and why. */
  lastExplanation: DecisionV1["endpoint"] = null;

  add(
    placed: PlacedEndpoint,
    { costMicroEuro: _unpaid, ...service }: Amounts,
    explanation: DecisionV1["endpoint"] = null,
  ): void {
    this.count += 1;
    this.last = placed;
    this.lastExplanation = explanation;
    this.spent = addAmounts(this.spent, service);
  }

  /** All that the request used, from what its last attempt did; `null` when no server worked on it. */
  withLast(operation: OperationUse | null, cost: Amounts | null, placed: PlacedEndpoint | null): Used | null {
    const where = placed ?? this.last;
    if (where === null || (this.count === 0 && (operation === null || cost === null))) return null;
    return {
      placed: where,
      operation: { ...(operation ?? NOTHING), ...(this.count > 0 ? { estimated: true } : {}) },
      cost: addAmounts(cost ?? {}, this.spent),
    };
  }
}
