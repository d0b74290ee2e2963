import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { SelectionWeights } from "../../../domain/selection/selection-score.js";
import type { SelectionWeightsStore } from "../../../ports/selection-weights.port.js";

const COLUMNS = `version, weights, transversal_bonus AS "transversalBonus",
  transversal_domains AS "transversalDomains", set_at AS "setAt", set_by AS "setBy", reason`;

export class PgSelectionWeightsStore implements SelectionWeightsStore {
  versions(ctx: Context): Promise<readonly SelectionWeights[]> {
    return rowsOf<SelectionWeights>(ctx, `SELECT ${COLUMNS} FROM selection_weights ORDER BY version`);
  }

  async add(ctx: Context, weights: SelectionWeights): Promise<boolean> {
    const written = await countOf(
      ctx,
      `INSERT INTO selection_weights (version, weights, transversal_bonus, transversal_domains, set_at, set_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (version) DO NOTHING`,
      [
        weights.version,
        JSON.stringify(weights.weights),
        weights.transversalBonus,
        weights.transversalDomains,
        weights.setAt,
        weights.setBy,
        weights.reason,
      ],
    );
    return written === 1;
  }
}
