import type { ChangeCause, DecisionChange } from "./decision-change.js";

/** What a replay finds of one record. */
export type ReplayCase =
  | { readonly kind: "not_judged" }
  /** `partial`: some facts that the candidate reads were not recorded; `impossible`: its snapshot was not archived. */
  | { readonly kind: "partial" | "impossible"; readonly missing: readonly string[] }
  | { readonly kind: "replayed"; readonly change: AttributedChange | null };

export interface AttributedChange extends DecisionChange {
  readonly cause: ChangeCause;
}
