export const MODEL_STATES = [
  "proposed",
  "validated",
  "assessed",
  "approved",
  "deprecated",
  "retired",
  "refused",
] as const;
export type ModelState = (typeof MODEL_STATES)[number];

export const WEIGHTS = ["open", "closed"] as const;
export const MODEL_FORMATS = ["safetensors", "gguf", "onnx", "pickle", "none"] as const;
export const RUNS_IN = ["own_pool", "vendor_api"] as const;
export const TRAINING_ON_INPUTS = ["never", "optout", "yes"] as const;
export const EVAL_STATUSES = ["none", "passed", "failed"] as const;

/** Where a model comes from, apart from where it runs. What is not known is null. */
export interface Provenance {
  readonly weights: (typeof WEIGHTS)[number] | null;
  readonly format: (typeof MODEL_FORMATS)[number] | null;
  /** Of the weights, 64 hexadecimal digits. */
  readonly sha256: string | null;
  readonly runsIn: (typeof RUNS_IN)[number] | null;
  readonly trainingOnInputs: (typeof TRAINING_ON_INPUTS)[number] | null;
  readonly evalStatus: (typeof EVAL_STATUSES)[number];
  /** Thousand millions of weights. */
  readonly billionParameters: number | null;
  readonly cardUrl: string | null;
}

export const UNKNOWN_PROVENANCE: Provenance = {
  weights: null,
  format: null,
  sha256: null,
  runsIn: null,
  trainingOnInputs: null,
  evalStatus: "none",
  billionParameters: null,
  cardUrl: null,
};

/** The end of a model, announced ahead. */
export interface Sunset {
  readonly announcedAt: Date;
  /** From then on it may be retired; until then it answers. */
  readonly endsAt: Date;
  readonly replacementId: string | null;
  readonly reason: string;
}

/** A model that callers may name; platform-wide, belongs to no ministry. */
export interface Model {
  readonly id: string;
  /** What callers write in `model`. */
  readonly name: string;
  readonly publisher: string;
  /** ISO 3166-1 alpha-2. */
  readonly publisherCountry: string;
  readonly licence: string;
  /** Tokens of input plus output. */
  readonly contextWindow: number;
  readonly provenance: Provenance;
  readonly state: ModelState;
  /** Body that asked for it; `null` for those that ARIANE registered itself. */
  readonly proposedFor: string | null;
  readonly proposedBy: string;
  /** Exactly while `state` is `deprecated` or `retired`. */
  readonly sunset: Sunset | null;
  /** 1 when it comes into being, one more at each change. */
  readonly version: number;
}

/** Another name of a model, such as a role ("assistant") whose holder can change. */
export interface ModelAlias {
  readonly name: string;
  readonly modelId: string;
}

/** What an organisation is told when a model that one of its use cases depends on is to end; only ever added to. */
export interface ModelNotice {
  readonly id: string;
  readonly modelId: string;
  readonly useCaseId: string;
  readonly organisationId: string;
  readonly sentAt: Date;
  readonly endsAt: Date;
  readonly replacementId: string | null;
}

/** States in which callers are served. */
export const SERVED_STATES: readonly ModelState[] = ["approved", "deprecated"];
