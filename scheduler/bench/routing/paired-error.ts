/** Standard error of the mean difference between two policies on the same seeds, as a share of the second's mean. */
export function pairedError(ours: readonly number[], theirs: readonly number[]): number {
  const differences = ours.map((value, at) => value - (theirs[at] ?? NaN));
  const middle = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const squares = differences.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const mean = theirs.reduce((sum, value) => sum + value, 0) / theirs.length;
  return Math.sqrt(squares / (differences.length - 1) / differences.length) / mean;
}
