import type { Target } from "./subjects.js";

/** Strongest first: the order in which findings are combined and listed. */
export const EFFECTS = ["deny", "require", "clamp", "warn", "prefer"] as const;
/**
 * `deny` forbids; `require` forbids until something missing is supplied; `clamp`, `warn` and `prefer` never make a pool
 * ineligible.
 */
export type Effect = (typeof EFFECTS)[number];

export const MODES = ["enforce", "shadow", "off"] as const;
/** `shadow` is evaluated and recorded but decides nothing; `off` is not evaluated. */
export type Mode = (typeof MODES)[number];

/** `pool` when the expression reads the candidate pool: its verdict can differ from one pool to the next. */
export type Scope = "request" | "pool";

export interface LegalReference {
  readonly text: string;
  readonly url: string;
}

export interface Reason {
  /** `noun.reason`, stable: records and translations refer to it. */
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

/** What would make the rule silent, for whoever is refused. */
export interface Remedy {
  readonly fr: string;
  readonly en: string;
}

export interface Derogable {
  /** Authorities that can grant it together. */
  readonly by: readonly string[];
  readonly maxMonths: number;
}

/** First and last day, in Paris, on which the rule applies (`YYYY-MM-DD`, both included); `to: null` for no end. */
export interface EffectiveDays {
  readonly from: string;
  readonly to: string | null;
}

/** One rule as written, without its tests. */
export interface Rule {
  /** `family/rule`, the folder it is in. */
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly legal: readonly LegalReference[];
  readonly effective: EffectiveDays;
  readonly effect: Effect;
  /** What it guards, in the order of `TARGETS`: requests when a file does not say. */
  readonly appliesTo: readonly Target[];
  /** CEL over `Facts`; true means that the rule fires. */
  readonly when: string;
  readonly reason: Reason;
  /** `null` when the reason says enough. */
  readonly remedy: Remedy | null;
  /** `null` when nobody can derogate. */
  readonly derogable: Derogable | null;
  readonly mode: Mode;
  readonly scope: Scope;
}
