import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { TokenUsage } from "../cost/engine-usage.js";
import type { ServiceCost } from "../cost/service-cost.js";

/** What a request used in all: tokens of its answer, and what their service and that of cut attempts cost. */
export interface Used {
  readonly tokens: TokenUsage;
  readonly cost: ServiceCost;
  /** Where it ran last. */
  readonly placed: PlacedEndpoint;
}

const NO_TOKENS: TokenUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, estimated: true };
const NO_COST: ServiceCost = { costMicroEuro: 0, gpuSeconds: 0, kWh: 0, kgCO2eq: 0 };

/**
 * Attempts of one request that were cut so that others could run. Nobody pays tokens of an answer that was thrown away;
 * the GPU time, the energy and the emissions were used all the same and are counted once, with the request's own.
 */
export class CutAttempts {
  count = 0;
  private spent = NO_COST;
  private last: PlacedEndpoint | null = null;

  add(placed: PlacedEndpoint, { gpuSeconds, kWh, kgCO2eq }: ServiceCost): void {
    this.count += 1;
    this.last = placed;
    const { spent } = this;
    this.spent = {
      costMicroEuro: 0,
      gpuSeconds: spent.gpuSeconds + gpuSeconds,
      kWh: spent.kWh + kWh,
      kgCO2eq: spent.kgCO2eq + kgCO2eq,
    };
  }

  /** All that the request used, from what its last attempt did; `null` when no server worked on it. */
  withLast(tokens: TokenUsage | null, cost: ServiceCost | null, placed: PlacedEndpoint | null): Used | null {
    const where = placed ?? this.last;
    if (where === null || (this.count === 0 && (tokens === null || cost === null))) return null;
    const { spent } = this;
    const own = cost ?? NO_COST;
    return {
      placed: where,
      tokens: { ...(tokens ?? NO_TOKENS), ...(this.count > 0 ? { estimated: true } : {}) },
      cost: {
        costMicroEuro: own.costMicroEuro,
        gpuSeconds: own.gpuSeconds + spent.gpuSeconds,
        kWh: own.kWh + spent.kWh,
        kgCO2eq: own.kgCO2eq + spent.kgCO2eq,
      },
    };
  }
}
