/**
 * Splits a whole number in proportion to non-negative weights, so that the parts sum to it exactly: floors first, then one
 * each to the largest remainders, ties to the earlier. Whole weights are compared exactly while their sum is below 2^53.
 * Where nothing weighs, nothing is given: every part is 0, and the sum as well. O(n log n).
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0 || total <= 0) return weights.map(() => 0);
  let left = total;
  const sides = weights.map((weight, index) => {
    const { floor, remainder } = divided(total, weight, sum);
    // Weights that are not whole can round a floor up by one; what was given before is not there to give.
    const part = Math.min(floor, left);
    left -= part;
    return { index, weight, part, remainder };
  });
  const parts = sides.map(({ part }) => part);
  const order = sides
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** total × weight ÷ sum, with what is left over the whole number. */
function divided(total: number, weight: number, sum: number): { readonly floor: number; readonly remainder: number } {
  const product = total * weight;
  if (product > Number.MAX_SAFE_INTEGER && Number.isSafeInteger(weight) && Number.isSafeInteger(sum)) {
    const [exact, by] = [BigInt(total) * BigInt(weight), BigInt(sum)];
    return { floor: Number(exact / by), remainder: Number(exact % by) };
  }
  const remainder = product % sum;
  return { floor: Math.round((product - remainder) / sum), remainder };
}

/** `apportion` under a bound for each part; what no part can hold is not given. Bounds are integers. */
export function apportionWithin(total: number, bounds: readonly number[]): number[] {
  const room = bounds.reduce((left, right) => left + right, 0);
  if (total >= room) return [...bounds];
  // In proportion to the bounds no part exceeds its own: total ≤ room, and a bound is an integer above any floor + 1.
  return apportion(total, bounds);
}
