import type { ThroughputProfileV1 } from "@socle/contracts";

/**
 * GPU-seconds of tokens on a profile: input that is not cached × prefill + output × (α + β·b) / b at the reference batch
 * b, × GPUs per replica; so that a request costs the same whoever else runs.
 */
export const requestCost = (
  profile: ThroughputProfileV1,
  tokens: { readonly input: number; readonly output: number },
  gpusPerReplica: number,
): number => {
  const batch = Math.max(1, profile.referenceBatch);
  const decode = (profile.alphaSeconds + profile.betaSeconds * batch) / batch;
  return (tokens.input * profile.prefillSecondsPerToken + tokens.output * decode) * gpusPerReplica;
};
