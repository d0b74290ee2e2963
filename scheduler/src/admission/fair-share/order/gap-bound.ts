/** What bounds how far one node can run ahead of another; costs in GPU-seconds. */
export interface NodeTraffic {
  readonly weight: number;
  /** Largest true cost of one request. */
  readonly largestCost: number;
  /** Largest number of its requests in flight. */
  readonly inFlight: number;
  /** Largest amount an estimate was below, and above, the true cost. */
  readonly underEstimate: number;
  readonly overEstimate: number;
}

/**
 * Bound on |ΔW_f/φ_f − ΔW_g/φ_g|, the difference of the service dispatched in one tier to two siblings that are both
 * backlogged and within that tier: Σ (c_max + K·(e⁺ + e⁻)) / φ. Proof: `control-plane/docs/adr`.
 */
export const gapBound = (f: NodeTraffic, g: NodeTraffic): number =>
  [f, g].reduce(
    (sum, { weight, largestCost, inFlight, underEstimate, overEstimate }) =>
      sum + (largestCost + inFlight * (underEstimate + overEstimate)) / weight,
    0,
  );
