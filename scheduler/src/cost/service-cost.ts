import type { DeploymentV1, ThroughputProfileV1 } from "@socle/contracts";
import { priceOf } from "./ceilings.js";
import type { TokenUsage } from "./engine-usage.js";

/** What tokens on a deployment are worth. */
export interface ServiceCost {
  readonly costMicroEuro: number;
  readonly gpuSeconds: number;
  readonly kWh: number;
  readonly kgCO2eq: number;
}

/** Seconds a sequence needs per token when the batch is the reference one: (α + β·b) / b. */
const decodeSeconds = (profile: ThroughputProfileV1): number => {
  const batch = Math.max(1, profile.referenceBatch);
  return (profile.alphaSeconds + profile.betaSeconds * batch) / batch;
};

/** Wall time between two tokens of one sequence at the reference batch. */
export const stepSeconds = (profile: ThroughputProfileV1): number =>
  profile.alphaSeconds + profile.betaSeconds * Math.max(1, profile.referenceBatch);

/**
 * Service cost of a request: uncached input × prefill + output × decode at the reference batch, × GPUs per replica, so
 * that it does not depend on who else runs. Energy from the deployment's published factors.
 */
export const serviceCost = (usage: TokenUsage, deployment: DeploymentV1): ServiceCost => {
  const { profile, energy, gpusPerReplica, price } = deployment;
  const prefill = (usage.inputTokens - usage.cachedInputTokens) * profile.prefillSecondsPerToken;
  const kWh = ((usage.inputTokens + usage.outputTokens) / 1_000_000) * energy.kWhPerMillionTokens;
  return {
    costMicroEuro: priceOf(price, usage.inputTokens, usage.outputTokens),
    gpuSeconds: (prefill + usage.outputTokens * decodeSeconds(profile)) * gpusPerReplica,
    kWh,
    kgCO2eq: kWh * energy.kgCO2eqPerKWh,
  };
};
