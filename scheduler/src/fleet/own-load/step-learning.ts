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
  // Three factors and the upper half of their covariance, as numbers: this runs once a request.
  let [a, b, c] = [1, 1, 1];
  let [aa, bb, cc] = [PRIOR_VARIANCE, PRIOR_VARIANCE, PRIOR_VARIANCE];
  let [ab, ac, bc] = [0, 0, 0];
  let current = profile;

  const forget = (): void => {
    if (aa + bb + cc >= 3 * PRIOR_VARIANCE * FORGETTING) return;
    aa /= FORGETTING;
    bb /= FORGETTING;
    cc /= FORGETTING;
    ab /= FORGETTING;
    ac /= FORGETTING;
    bc /= FORGETTING;
  };

  /** `x`, `y`, `z`: what each part is of the whole prediction. */
  const update = (x: number, y: number, z: number, observed: number): void => {
    const [u, v, w] = [aa * x + ab * y + ac * z, ab * x + bb * y + bc * z, ac * x + bc * y + cc * z];
    const scale = NOISE_VARIANCE + x * u + y * v + z * w;
    const surprise = observed - (a * x + b * y + c * z);
    const error = Math.max(-MOST_ERROR, Math.min(MOST_ERROR, surprise)) / scale;
    a = bounded(a + u * error);
    b = bounded(b + v * error);
    c = bounded(c + w * error);
    aa -= (u * u) / scale;
    bb -= (v * v) / scale;
    cc -= (w * w) / scale;
    ab -= (u * v) / scale;
    ac -= (u * w) / scale;
    bc -= (v * w) / scale;
    forget();
  };

  return {
    coefficients: () => current,
    observe({ ownTokens, inFlight, seconds }) {
      if (ownTokens <= 0 || !(seconds > 0)) return;
      const steps = Math.ceil(ownTokens / STEP_TOKEN_BUDGET);
      const alpha = steps * profile.alphaSeconds;
      const beta = steps * profile.betaSeconds * inFlight;
      const prefill = ownTokens * profile.prefillSecondsPerToken;
      const whole = alpha + beta + prefill;
      if (whole <= 0) return;
      update(alpha / whole, beta / whole, prefill / whole, seconds / whole);
      current = {
        alphaSeconds: profile.alphaSeconds * a,
        betaSeconds: profile.betaSeconds * b,
        prefillSecondsPerToken: profile.prefillSecondsPerToken * c,
      };
    },
  };
};
