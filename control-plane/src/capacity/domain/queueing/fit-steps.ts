/** α and β of the straight line through measured (batch, milliseconds a step), and how far it is from them. */
export interface FittedSteps {
  readonly alphaMs: number;
  readonly betaMs: number;
  /** Largest |line ÷ point − 1|, in percent. */
  readonly maxErrorPct: number;
}

/**
 * Ordinary least squares. Two points are met exactly.
 * @param points at least two, with two different batches
 */
export function fitSteps(points: readonly (readonly [batch: number, stepMs: number])[]): FittedSteps {
  const count = points.length;
  const meanBatch = points.reduce((sum, [batch]) => sum + batch, 0) / count;
  const meanStep = points.reduce((sum, [, step]) => sum + step, 0) / count;
  const spread = points.reduce((sum, [batch]) => sum + (batch - meanBatch) ** 2, 0);
  if (spread === 0) throw new RangeError("a line needs two different batches");
  const betaMs = points.reduce((sum, [batch, step]) => sum + (batch - meanBatch) * (step - meanStep), 0) / spread;
  const alphaMs = meanStep - betaMs * meanBatch;
  const errors = points.map(([batch, step]) => Math.abs((alphaMs + betaMs * batch) / step - 1));
  return { alphaMs, betaMs, maxErrorPct: 100 * Math.max(...errors) };
}
