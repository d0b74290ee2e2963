/**
 * Splits an integer in proportion to weights: floors, then one unit each by largest remainder, then by order. The sum is
 * exactly `total`; all zero when no weight is positive. O(n log n).
 */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0 || total <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value), weight: weights[index] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let at = 0; left > 0 && order.length > 0; at += 1, left -= 1) {
    const { index } = order[at % order.length] ?? { index: 0 };
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
};
