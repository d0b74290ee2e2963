import type { RuleGround } from "./refusal.js";

/** Port of whoever shows what a record names: rules in their own words. Provided by `compliance`. */
export interface RuleWords {
  /** `undefined` when no bundle that is or lately was in force here holds that version. */
  find(rule: string, version: number): RuleGround | undefined;
}
