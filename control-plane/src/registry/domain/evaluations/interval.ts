/** Standard normal quantile of a two-sided 95 % interval. */
const Z_95 = 1.959963984540054;
export const CONFIDENCE = 0.95;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a share, at 95 %.
 * @param share between 0 and 1
 * @param sample answers it was computed from, at least 1
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson(share: number, sample: number): Interval {
  const square = Z_95 * Z_95;
  const centre = share + square / (2 * sample);
  const half = Z_95 * Math.sqrt((share * (1 - share)) / sample + square / (4 * sample * sample));
  const whole = 1 + square / sample;
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}
