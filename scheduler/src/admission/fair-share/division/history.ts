/**
 * Weights of the surplus after what was used before: P = max(0, W + k·(W − U)), W and U as parts of the whole (KAI's
 * time-based fair share). `used[i]` is what a node had of the pool's GPU time in the window, 0 to 1. With k = 0 the
 * weights as they are; k may differ by node. Only the surplus is concerned: rights are not.
 */
export const weightsWithHistory = (
  weights: readonly number[],
  used: readonly number[],
  k: number | ArrayLike<number>,
): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  return weights.map((weight, index) => {
    const part = weight / sum;
    const factor = typeof k === "number" ? k : (k[index] ?? 0);
    return Math.max(0, part + factor * (part - (used[index] ?? 0)));
  });
};
