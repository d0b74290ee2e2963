import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { MODEL_ALIASES, MODELS } from "../../../../registry/reads/models.js";
import type { ModelNames } from "../../../ports/model-names.port.js";

/** Names of the registry's models, and nothing else of them. */
export class PgModelNames implements ModelNames {
  async aliases(ctx: Context): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ alias: string; model: string }>(
      ctx,
      `SELECT model_alias.name AS alias, model.name AS model
       FROM ${MODEL_ALIASES} model_alias JOIN ${MODELS} model ON model.id = model_alias.model_id ORDER BY model_alias.name COLLATE "C"`,
    );
    return new Map(rows.map(({ alias, model }) => [alias, model]));
  }
}
