import type { Context } from "../../kernel/use-case.js";
import type { SelectionWeights } from "../domain/selection/selection-score.js";

/** Versions of the weights; only ever added to. */
export interface SelectionWeightsStore {
  /** Oldest first; never empty. */
  versions(ctx: Context): Promise<readonly SelectionWeights[]>;
  /** False when that version exists already. */
  add(ctx: Context, weights: SelectionWeights): Promise<boolean>;
}
