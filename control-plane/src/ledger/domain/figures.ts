import type { RequestRecordV1 } from "@socle/contracts";

/** What requests used, as integers of small units so that sums are exact in any order. */
export interface Figures {
  readonly requests: number;
  readonly refused: number;
  /** Requests whose tokens were counted from what was forwarded, for lack of the engine's own usage. */
  readonly estimated: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly costMicroEuro: number;
  /** Millionths of a GPU-second. */
  readonly gpuMicroSeconds: number;
  /** Billionths of a kWh. */
  readonly nanoKWh: number;
  /** Billionths of a kilogram of CO₂ equivalent. */
  readonly nanoKgCO2eq: number;
}

export const NO_FIGURES: Figures = {
  requests: 0,
  refused: 0,
  estimated: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  costMicroEuro: 0,
  gpuMicroSeconds: 0,
  nanoKWh: 0,
  nanoKgCO2eq: 0,
};

export const addFigures = (left: Figures, right: Figures): Figures => ({
  requests: left.requests + right.requests,
  refused: left.refused + right.refused,
  estimated: left.estimated + right.estimated,
  inputTokens: left.inputTokens + right.inputTokens,
  cachedInputTokens: left.cachedInputTokens + right.cachedInputTokens,
  outputTokens: left.outputTokens + right.outputTokens,
  costMicroEuro: left.costMicroEuro + right.costMicroEuro,
  gpuMicroSeconds: left.gpuMicroSeconds + right.gpuMicroSeconds,
  nanoKWh: left.nanoKWh + right.nanoKWh,
  nanoKgCO2eq: left.nanoKgCO2eq + right.nanoKgCO2eq,
});

export const sumFigures = (list: readonly Figures[]): Figures => list.reduce(addFigures, NO_FIGURES);

/** The figures of one request. */
export function figuresOf({ decision, usage }: RequestRecordV1): Figures {
  const counted = { ...NO_FIGURES, requests: 1, refused: decision.outcome === "refused" ? 1 : 0 };
  if (usage === null) return counted;
  return {
    ...counted,
    estimated: usage.estimated ? 1 : 0,
    inputTokens: usage.inputTokens,
    cachedInputTokens: usage.cachedInputTokens,
    outputTokens: usage.outputTokens,
    costMicroEuro: usage.costMicroEuro,
    gpuMicroSeconds: Math.round(usage.gpuSeconds * 1e6),
    nanoKWh: Math.round(usage.kWh * 1e9),
    nanoKgCO2eq: Math.round(usage.kgCO2eq * 1e9),
  };
}
