import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import type { Model, ModelAlias } from "../../domain/models/model.js";
import type { ModelRepository } from "../../ports/model-repository.port.js";

const MODEL = `id, name, publisher, publisher_country AS "publisherCountry", licence, context_window AS "contextWindow"`;
const ALIAS = `name, model_id AS "modelId"`;

export class PgModelRepository implements ModelRepository {
  all(ctx: Context): Promise<readonly Model[]> {
    return rowsOf<Model>(ctx, `SELECT ${MODEL} FROM model ORDER BY name COLLATE "C"`);
  }

  async find(ctx: Context, id: string): Promise<Model | null> {
    const [row] = await rowsOf<Model>(ctx, `SELECT ${MODEL} FROM model WHERE id = $1`, [uuidOrNull(id)]);
    return row ?? null;
  }

  async findByName(ctx: Context, name: string): Promise<Model | null> {
    const [row] = await rowsOf<Model>(ctx, `SELECT ${MODEL} FROM model WHERE name = $1`, [name]);
    return row ?? null;
  }

  async save(ctx: Context, model: Model): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO model (id, name, publisher, publisher_country, licence, context_window)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET name = $2, publisher = $3, publisher_country = $4, licence = $5,
         context_window = $6`,
      [model.id, model.name, model.publisher, model.publisherCountry, model.licence, model.contextWindow],
    );
  }

  aliases(ctx: Context): Promise<readonly ModelAlias[]> {
    return rowsOf<ModelAlias>(ctx, `SELECT ${ALIAS} FROM model_alias ORDER BY name COLLATE "C"`);
  }

  async findAlias(ctx: Context, name: string): Promise<ModelAlias | null> {
    const [row] = await rowsOf<ModelAlias>(ctx, `SELECT ${ALIAS} FROM model_alias WHERE name = $1`, [name]);
    return row ?? null;
  }

  async saveAlias(ctx: Context, alias: ModelAlias): Promise<void> {
    await countOf(
      ctx,
      "INSERT INTO model_alias (name, model_id) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET model_id = $2",
      [alias.name, alias.modelId],
    );
  }
}
