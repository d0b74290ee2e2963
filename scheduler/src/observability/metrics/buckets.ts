/** Bounds that the OpenTelemetry conventions for generative AI ask for, so that dashboards made for them fit. */
const powers = (first: number, factor: number, count: number): number[] =>
  Array.from({ length: count }, (_, exponent) => first * factor ** exponent);

export const TOKENS = powers(1, 4, 14);
export const DURATION_SECONDS = powers(0.01, 2, 14);
export const FIRST_TOKEN_SECONDS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];
export const TOKEN_INTERVAL_SECONDS = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5];
/** Socle's own work: from ten microseconds, up to the longest wait in a queue. */
export const STAGE_SECONDS = [0.00001, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5, 30];
export const CALL_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];
