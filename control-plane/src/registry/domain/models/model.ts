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
}

/** Another name of a model, such as a role ("assistant") whose holder can change. */
export interface ModelAlias {
  readonly name: string;
  readonly modelId: string;
}
