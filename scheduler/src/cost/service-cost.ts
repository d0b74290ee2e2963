import type { Amounts, DeploymentV1, ThroughputProfileV1 } from "@socle/contracts";
import { priceOf } from "./ceilings.js";

/** Seconds a sequence needs per token when the batch is the reference one: (α + β·b) / b. */
const decodeSeconds = (profile: ThroughputProfileV1): number => {
  const batch = Math.max(1, profile.referenceBatch);
  return (profile.alphaSeconds + profile.betaSeconds * batch) / batch;
};

/** Wall time between two tokens of one sequence at the reference batch. */
export const stepSeconds = (profile: ThroughputProfileV1): number =>
  profile.alphaSeconds + profile.betaSeconds * Math.max(1, profile.referenceBatch);

/**
 * What an operation's amounts are worth on a deployment: the price, the energy by its published factors, and the service:
 * uncached input × prefill + output × decode at the reference batch, × GPUs per replica, so that it does not depend on who
 * else runs. Never decreasing in any amount but what was cached.
 */
export const serviceCost = (amounts: Amounts, deployment: DeploymentV1) => {
  const { profile, energy, gpusPerReplica, price } = deployment;
  const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0 } = amounts;
  const prefill = (inputTokens - cachedInputTokens) * profile.prefillSecondsPerToken;
  const gpuSeconds = (prefill + outputTokens * decodeSeconds(profile)) * gpusPerReplica;
  const nanoKWh = (inputTokens + outputTokens) * energy.kWhPerMillionTokens * 1_000;
  return {
    costMicroEuro: priceOf(price, inputTokens, outputTokens),
    gpuMicroSeconds: Math.round(gpuSeconds * 1_000_000),
    nanoKWh: Math.round(nanoKWh),
    nanoKgCO2eq: Math.round(nanoKWh * energy.kgCO2eqPerKWh),
  } satisfies Amounts;
};

/** GPU-seconds of amounts, as the fair queue counts them. */
export const gpuSecondsOf = (amounts: Amounts): number => (amounts.gpuMicroSeconds ?? 0) / 1_000_000;
