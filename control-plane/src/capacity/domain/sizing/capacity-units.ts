/** How a hosted model is sold: input tokens per minute for a unit, an output token counting for several. */
export interface CapacityUnit {
  readonly inputTpmPerUnit: number;
  readonly outputWeight: number;
  readonly minimum: number;
  readonly increment: number;
}

/** Calls of one model in a minute, tokens of each. */
export interface HostedCalls {
  readonly callsPerMin: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of the input; deducted in full. */
  readonly cachedTokens: number;
}

export interface CapacityUnits {
  readonly weightedTokensPerMin: number;
  /** Before rounding. */
  readonly raw: number;
  /** To buy: at least the minimum, in steps of the increment. */
  readonly units: number;
}

/**
 * Provisioned throughput units: calls × (in − cached + weight × out) ÷ tokens a unit, up to the next increment, at least
 * the minimum (Azure's documentation of PTU; Vertex's GSU is the same sum with its own burn-down rates).
 */
export function capacityUnits(calls: HostedCalls, unit: CapacityUnit): CapacityUnits {
  const perCall = calls.inputTokens - calls.cachedTokens + unit.outputWeight * calls.outputTokens;
  const weightedTokensPerMin = calls.callsPerMin * perCall;
  const raw = weightedTokensPerMin / unit.inputTpmPerUnit;
  const stepped = Math.ceil(raw / unit.increment - 1e-9) * unit.increment;
  return { weightedTokensPerMin, raw, units: Math.max(unit.minimum, stepped) };
}
