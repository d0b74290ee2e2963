import type { BudgetUnit, DeploymentV1 } from "@socle/contracts";
import type { TokenUsage } from "./engine-usage.js";
import { serviceCost } from "./service-cost.js";
import type { ServiceCost } from "./service-cost.js";
import type { TokenBounds } from "./ceilings.js";

/** What one request counts in each unit that a ceiling may have; whole numbers. */
export type Amounts = Readonly<Record<BudgetUnit | "request", number>>;

const GPU_MILLI = 1_000;
const MILLIGRAMS = 1_000_000;

export const NOTHING_USED: Amounts = { token: 0, micro_euro: 0, gpu_milli_second: 0, mg_co2e: 0, request: 0 };

/** The most a request can use on any of the deployments it may be sent to; rounded up, so that use never exceeds it. */
export const upperAmounts = (bounds: TokenBounds, deployments: readonly DeploymentV1[]): Amounts => {
  const usage = { inputTokens: bounds.input, cachedInputTokens: 0, outputTokens: bounds.output, estimated: true };
  let euros = 0;
  let gpus = 0;
  let carbon = 0;
  for (const deployment of deployments) {
    const cost = serviceCost(usage, deployment);
    euros = Math.max(euros, cost.costMicroEuro);
    gpus = Math.max(gpus, cost.gpuSeconds);
    carbon = Math.max(carbon, cost.kgCO2eq);
  }
  return {
    token: bounds.input + bounds.output,
    micro_euro: euros,
    gpu_milli_second: Math.ceil(gpus * GPU_MILLI),
    mg_co2e: Math.ceil(carbon * MILLIGRAMS),
    request: 1,
  };
};

/** What a request used, from the engine's usage; a request that no engine took used nothing. */
export const usedAmounts = (tokens: TokenUsage | null, cost: ServiceCost | null): Amounts => {
  if (tokens === null || cost === null) return NOTHING_USED;
  return {
    token: tokens.inputTokens + tokens.outputTokens,
    micro_euro: cost.costMicroEuro,
    gpu_milli_second: Math.round(cost.gpuSeconds * GPU_MILLI),
    mg_co2e: Math.round(cost.kgCO2eq * MILLIGRAMS),
    request: 1,
  };
};

/** Amounts up to those of a bound, unit by unit. */
export const within = (amounts: Amounts, bound: Amounts): Amounts => ({
  token: Math.min(amounts.token, bound.token),
  micro_euro: Math.min(amounts.micro_euro, bound.micro_euro),
  gpu_milli_second: Math.min(amounts.gpu_milli_second, bound.gpu_milli_second),
  mg_co2e: Math.min(amounts.mg_co2e, bound.mg_co2e),
  request: Math.min(amounts.request, bound.request),
});
