/** Model servers whose metrics are known by name. */
export const ENGINE_KINDS = ["vllm", "sglang", "tei", "llama-cpp"] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/** What a model server says of itself at one moment; `null` is what its engine does not publish. */
export interface EngineGauges {
  readonly engine: EngineKind;
  /** Sequences in the running batch. */
  readonly running: number | null;
  /** Sequences accepted and not yet started. */
  readonly waiting: number | null;
  /** KV memory referenced by running sequences, 0 to 1; reusable cached blocks do not count. */
  readonly kvUse: number | null;
  /** Share of looked-up prompt tokens found in the prefix cache since the engine's start, 0 to 1. */
  readonly prefixHitRatio: number | null;
  /** Tokens a KV block holds, and how many blocks there are. */
  readonly blockSize: number | null;
  readonly blocks: number | null;
  /** Sequences the engine runs at once, where it says so. */
  readonly places: number | null;
  /** LoRA adapters in use or asked for. */
  readonly adapters: readonly string[];
}
