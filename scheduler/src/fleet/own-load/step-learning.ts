import { STEP_TOKEN_BUDGET } from "../../endpoint-picker/predict.js";
import type { StepCoefficients } from "../../endpoint-picker/fleet-view.js";

/** How far from its profile an endpoint may be learned to be: a quarter to four times each coefficient. */
const LEAST = 0.25;
const MOST = 4;
/** Weight of an observation after each later one: about the last five hundred count. */
const FORGETTING = 0.998;
/** Variance of each factor before the first observation, and the most it may come back to. */
const PRIOR_VARIANCE = 0.05;
/** Variance of one relative observation: arrivals fall anywhere within a step, and others come after it. */
const NOISE_VARIANCE = 0.5;
/** A relative error beyond it says that something else happened. */
const MOST_ERROR = 0.5;

/** What one request saw: the state it was sent into, and how long its first token took. */
export interface FirstTokenObservation {
  /** Uncached prompt tokens pending there, its own included. */
  readonly ownTokens: number;
  readonly inFlight: number;
  readonly seconds: number;
}

/** Step coefficients of one endpoint as lately seen. */
export interface StepLearning {
  coefficients(): StepCoefficients;
  observe(observation: FirstTokenObservation): void;
}

const bounded = (value: number): number => Math.min(MOST, Math.max(LEAST, value));

/**
 * Recursive least squares with forgetting over three factors on the profile's alpha, beta and prefill cost, in relative
 * error, so that a long prompt weighs no more than a short one: seconds = ⌈own/8192⌉·(a·alpha + b·beta·in flight) +
 * p·prefill·own. Starts at 1, 1, 1. Constant time and memory.
 */
export const createStepLearning = (profile: StepCoefficients): StepLearning => {
  const factors: [number, number, number] = [1, 1, 1];
  let variance = [PRIOR_VARIANCE, 0, 0, 0, PRIOR_VARIANCE, 0, 0, 0, PRIOR_VARIANCE];
  let current = profile;

  const at = (row: number, column: number): number => variance[row * 3 + column] ?? 0;
  const spread = (x: readonly number[], row: number): number =>
    at(row, 0) * (x[0] ?? 0) + at(row, 1) * (x[1] ?? 0) + at(row, 2) * (x[2] ?? 0);

  const update = (x: readonly number[], observed: number): void => {
    const spreads = [spread(x, 0), spread(x, 1), spread(x, 2)];
    const scale = NOISE_VARIANCE + x.reduce((sum, value, index) => sum + value * (spreads[index] ?? 0), 0);
    const predicted = x.reduce((sum, value, index) => sum + value * (factors[index] ?? 1), 0);
    const error = Math.max(-MOST_ERROR, Math.min(MOST_ERROR, observed - predicted));
    for (let row = 0; row < 3; row += 1) {
      factors[row] = bounded((factors[row] ?? 1) + ((spreads[row] ?? 0) / scale) * error);
    }
    variance = variance.map((value, cell) => {
      const [row, column] = [Math.floor(cell / 3), cell % 3];
      return value - ((spreads[row] ?? 0) * (spreads[column] ?? 0)) / scale;
    });
    const uncertainty = at(0, 0) + at(1, 1) + at(2, 2);
    if (uncertainty < 3 * PRIOR_VARIANCE * FORGETTING) variance = variance.map((value) => value / FORGETTING);
  };

  return {
    coefficients: () => current,
    observe({ ownTokens, inFlight, seconds }) {
      if (ownTokens <= 0 || !(seconds > 0)) return;
      const steps = Math.ceil(ownTokens / STEP_TOKEN_BUDGET);
      const parts = [
        steps * profile.alphaSeconds,
        steps * profile.betaSeconds * inFlight,
        ownTokens * profile.prefillSecondsPerToken,
      ];
      const whole = parts.reduce((sum, part) => sum + part, 0);
      if (whole <= 0) return;
      update(
        parts.map((part) => part / whole),
        seconds / whole,
      );
      current = {
        alphaSeconds: profile.alphaSeconds * factors[0],
        betaSeconds: profile.betaSeconds * factors[1],
        prefillSecondsPerToken: profile.prefillSecondsPerToken * factors[2],
      };
    },
  };
};
