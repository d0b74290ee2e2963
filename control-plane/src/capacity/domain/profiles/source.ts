/** Where a figure comes from: measured on a machine, published by its maker or users, computed, or declared by somebody. */
export const BASES = ["measured", "published", "estimated", "declared"] as const;
export type Basis = (typeof BASES)[number];

/** Stands on every figure of the catalogue, so that a report can say what it rests on. */
export interface Source {
  readonly basis: Basis;
  readonly title: string;
  readonly url: string | null;
  /** Licence of the source; `figures only` when it has none and nothing but figures is quoted. */
  readonly licence: string;
  /** Day of the source, `YYYY-MM-DD`. */
  readonly date: string;
}
