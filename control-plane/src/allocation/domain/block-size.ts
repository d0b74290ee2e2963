export interface BlockRequest {
  /** Least amount that is of use to the replica. */
  readonly least: number;
  readonly wanted: number;
  /** What the budget still has. */
  readonly left: number;
  /** Smallest amount that lets anybody run; under it nothing is granted, so that remainders meet where they are of use. */
  readonly useful?: number;
  /** Replicas that take from this budget, the asking one included. */
  readonly replicas: number;
}

/**
 * How much to lease: all that is wanted while there is plenty; when it would take more than a fair half of what is left,
 * that half, so that the last of a budget is not held by one replica while another is refused. Never more than is left,
 * and never less than `least` while that is left.
 */
export function blockSize({ least, wanted, left, replicas, useful = 0 }: BlockRequest): number {
  if (left <= 0 || wanted <= 0 || left < useful) return 0;
  const fair = replicas <= 1 ? left : Math.ceil(left / (2 * replicas));
  return Math.min(left, Math.max(wanted, least), Math.max(fair, least, useful));
}
