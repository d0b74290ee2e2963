/**
 * Splits an integer in proportion to non-negative weights so that the parts sum to it exactly: floors first, then one
 * each to the largest remainders, ties to the earlier. All weights zero gives everything to the first.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum <= 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let missing = total - parts.reduce((left, right) => left + right, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    missing -= 1;
  }
  return parts;
}

/** `apportion` under a bound for each part; what no part can hold is not given. Bounds are integers. */
export function apportionWithin(total: number, bounds: readonly number[]): number[] {
  const room = bounds.reduce((left, right) => left + right, 0);
  if (total >= room) return [...bounds];
  // In proportion to the bounds no part exceeds its own: total ≤ room, and a bound is an integer above any floor + 1.
  return apportion(total, bounds);
}
