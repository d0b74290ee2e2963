import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import type { Model, ModelAlias, ModelNotice } from "../../domain/models/model.js";
import type { ModelDependent, ModelRepository } from "../../ports/model-repository.port.js";
import { MODEL_COLUMNS, modelFromRow, modelValues, type ModelRow } from "./model.row.js";

const MODEL = MODEL_COLUMNS.join(", ");
const PLACES = MODEL_COLUMNS.map((_, index) => `$${index + 1}`).join(", ");
const ASSIGNMENTS = MODEL_COLUMNS.map((column, index) => `${column} = $${index + 1}`).join(", ");
const VERSION = `$${MODEL_COLUMNS.indexOf("version") + 1}`;
const ALIAS = `name, model_id AS "modelId"`;
const NOTICE = `id, model_id AS "modelId", use_case_id AS "useCaseId", organisation_id AS "organisationId",
  sent_at AS "sentAt", ends_at AS "endsAt", replacement_id AS "replacementId"`;

export class PgModelRepository implements ModelRepository {
  async all(ctx: Context): Promise<readonly Model[]> {
    return (await rowsOf<ModelRow>(ctx, `SELECT ${MODEL} FROM model ORDER BY name COLLATE "C"`)).map(modelFromRow);
  }

  find(ctx: Context, id: string): Promise<Model | null> {
    return this.one(ctx, "id = $1", uuidOrNull(id));
  }

  findByName(ctx: Context, name: string): Promise<Model | null> {
    return this.one(ctx, "name = $1", name);
  }

  async insert(ctx: Context, model: Model): Promise<boolean> {
    const sql = `INSERT INTO model (${MODEL}) VALUES (${PLACES}) ON CONFLICT DO NOTHING`;
    return (await countOf(ctx, sql, modelValues(model))) === 1;
  }

  async update(ctx: Context, model: Model): Promise<boolean> {
    const sql = `UPDATE model SET ${ASSIGNMENTS} WHERE id = $1 AND version = ${VERSION}::integer - 1`;
    return (await countOf(ctx, sql, modelValues(model))) === 1;
  }

  dependents(ctx: Context, names: readonly string[]): Promise<readonly ModelDependent[]> {
    const sql = `SELECT id AS "useCaseId", organisation_id AS "organisationId" FROM use_case
      WHERE state <> ALL ($2::text[]) AND (dossier -> 'models' ?| $1::text[]
        OR id IN (SELECT use_case_id FROM application WHERE models && $1::text[])) ORDER BY id`;
    return rowsOf<ModelDependent>(ctx, sql, [names, FINAL_STATES]);
  }

  async dependentsOf(ctx: Context, modelIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const sql = `WITH named AS (SELECT id AS model_id, name FROM model WHERE id = ANY ($1)
        UNION SELECT model_id, name FROM model_alias WHERE model_id = ANY ($1)),
      used AS (SELECT model_id, use_case.id FROM named JOIN use_case ON dossier -> 'models' ? named.name
        UNION SELECT model_id, use_case_id FROM named JOIN application ON named.name = ANY (application.models))
      SELECT model_id AS "modelId", array_agg(used.id ORDER BY used.id) AS ids
      FROM used JOIN use_case ON use_case.id = used.id AND state <> ALL ($2::text[]) GROUP BY model_id`;
    type Row = { readonly modelId: string; readonly ids: readonly string[] };
    const rows = await rowsOf<Row>(ctx, sql, [uuidsOf(modelIds), FINAL_STATES]);
    return new Map(rows.map(({ modelId, ids }) => [modelId, ids]));
  }

  async addNotices(ctx: Context, notices: readonly ModelNotice[]): Promise<void> {
    const sql = `INSERT INTO model_notice (id, model_id, use_case_id, organisation_id, sent_at, ends_at, replacement_id)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::uuid[])`;
    const column = <Field extends keyof ModelNotice>(field: Field) => notices.map((notice) => notice[field]);
    await countOf(ctx, sql, [
      column("id"),
      column("modelId"),
      column("useCaseId"),
      column("organisationId"),
      column("sentAt"),
      column("endsAt"),
      column("replacementId"),
    ]);
  }

  noticesOf(ctx: Context, useCaseIds: readonly string[]): Promise<readonly ModelNotice[]> {
    const sql = `SELECT ${NOTICE} FROM model_notice WHERE use_case_id = ANY ($1) ORDER BY sent_at DESC, id DESC`;
    return rowsOf<ModelNotice>(ctx, sql, [uuidsOf(useCaseIds)]);
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

  private async one(ctx: Context, where: string, value: string | null): Promise<Model | null> {
    const [row] = await rowsOf<ModelRow>(ctx, `SELECT ${MODEL} FROM model WHERE ${where}`, [value]);
    return row === undefined ? null : modelFromRow(row);
  }
}
