/** The timing model and the sizes of one simulated model server. Times are in milliseconds of engine time. */
export interface EngineSettings {
  /** Fixed cost of a step. */
  readonly alphaMs: number;
  /** Cost of a step for each sequence that decodes in it. */
  readonly betaMs: number;
  /** Cost of a step for each prompt token that it computes. */
  readonly prefillMsPerToken: number;
  /** Tokens that one step may compute: decodes first, the rest is prefill. */
  readonly stepTokenBudget: number;
  /** Sequences that may be admitted at once; at most `stepTokenBudget`. */
  readonly maxSequences: number;
  /** Tokens in one KV block. */
  readonly blockSize: number;
  /** KV blocks that the server holds. */
  readonly kvBlocks: number;
  /**
   * KV blocks that running sequences may reserve together, a shared one counted for each of them; the rest is a cache only,
   * reloaded for free, as where KV memory is offloaded. No such limit when absent.
   */
  readonly activeBlocks?: number;
}

/**
 * Qwen3-14B in BF16 on one H100 under vLLM 0.11: the step fit published with inference-sim's `defaults.yaml`; 38 GB of
 * KV memory at 160 KB a token.
 */
export const DEFAULT_ENGINE_SETTINGS: EngineSettings = {
  alphaMs: 13.578,
  betaMs: 0.02732,
  prefillMsPerToken: 0.03944,
  stepTokenBudget: 8192,
  maxSequences: 256,
  blockSize: 16,
  kvBlocks: 14_400,
};

/** What makes the settings unusable, one sentence each; empty when they are sound. */
export function settingsProblems(settings: EngineSettings): string[] {
  const problems: string[] = [];
  const times = [settings.alphaMs, settings.betaMs, settings.prefillMsPerToken];
  if (times.some((value) => !Number.isFinite(value) || value < 0))
    problems.push("times must be finite and not negative");
  if (settings.alphaMs + settings.betaMs <= 0) problems.push("a decoding step must take some time");
  const { stepTokenBudget, maxSequences, blockSize, kvBlocks, activeBlocks = kvBlocks } = settings;
  const sizes = [stepTokenBudget, maxSequences, blockSize, kvBlocks, activeBlocks];
  if (sizes.some((value) => !Number.isInteger(value) || value < 1))
    problems.push("sizes must be integers of at least 1");
  if (activeBlocks > kvBlocks) problems.push("more active blocks than blocks");
  if (maxSequences > stepTokenBudget) problems.push("more sequences than tokens in a step: some would never decode");
  return problems;
}
