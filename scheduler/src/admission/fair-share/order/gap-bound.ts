/** What bounds how far one node can run ahead of another; costs in GPU-seconds. */
export interface NodeTraffic {
  readonly weight: number;
  /** Largest true cost of one request. */
  readonly largestCost: number;
  /** Largest number of its requests in flight. */
  readonly inFlight: number;
  /**
   * Largest amount by which a charge in flight was below the true cost; and above it, where service is counted when it is
   * dispatched, or above what was rendered so far, where it is counted as it is rendered.
   */
  readonly underEstimate: number;
  readonly overEstimate: number;
  /**
   * Largest true cost dispatched under it at other replicas that one replica has not heard of yet: what the others can give
   * within one delay of the exchange. 0, or absent, with one replica.
   */
  readonly unheard?: number;
}

/**
 * Bound on |ΔW_f/φ_f − ΔW_g/φ_g|, the difference of the service dispatched, or rendered, in one tier by all replicas together to two
 * siblings that are both backlogged (at each replica) and within that tier: Σ (c_max + K·(e⁺ + e⁻) + U) / φ. Proof:
 * `control-plane/docs/adr/0012-fairness-in-gpu-seconds.md`.
 */
export const gapBound = (f: NodeTraffic, g: NodeTraffic): number =>
  [f, g].reduce(
    (sum, { weight, largestCost, inFlight, underEstimate, overEstimate, unheard = 0 }) =>
      sum + (largestCost + inFlight * (underEstimate + overEstimate) + unheard) / weight,
    0,
  );
