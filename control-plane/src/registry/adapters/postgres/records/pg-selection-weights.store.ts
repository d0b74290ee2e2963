import type { Context } from "../../../../kernel/use-case.js";
import { json, Table, values } from "../../../../platform/database/table.js";
import type { SelectionWeights } from "../../../domain/selection/selection-score.js";
import type { SelectionWeightsStore } from "../../../ports/selection-weights.port.js";

const WEIGHTS = new Table<SelectionWeights>("selection_weights", {
  ...values("version", "transversalBonus", "transversalDomains", "setAt", "setBy", "reason"),
  ...json("weights"),
});

export class PgSelectionWeightsStore implements SelectionWeightsStore {
  versions = (ctx: Context): Promise<readonly SelectionWeights[]> => WEIGHTS.select(ctx, "ORDER BY version");
  add = (ctx: Context, weights: SelectionWeights): Promise<boolean> => WEIGHTS.insertNew(ctx, weights);
}
