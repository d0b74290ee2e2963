import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { column, group, json, Table, values } from "../../../platform/database/table.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import { FINAL_STATES } from "../../domain/life-cycle.js";
import type { Model, ModelAlias, ModelNotice } from "../../domain/models/model.js";
import type { ModelDependent, ModelRepository } from "../../ports/model-repository.port.js";

const MODELS = new Table<Model>("model", {
  ...values("id", "name", "publisher", "publisherCountry", "licence", "contextWindow", "state", "proposedFor"),
  ...values("proposedBy", "version"),
  ...json("provenance"),
  sunset: group({
    ...values("announcedAt", "endsAt", "replacementId"),
    ...{ reason: column("sunset_reason") },
  }),
});
const ALIASES = new Table<ModelAlias>("model_alias", values("name", "modelId"));
const NOTICES = new Table<ModelNotice>(
  "model_notice",
  values("id", "modelId", "useCaseId", "organisationId", "sentAt", "endsAt", "replacementId"),
);

export class PgModelRepository implements ModelRepository {
  all = (ctx: Context): Promise<readonly Model[]> => MODELS.select(ctx, `ORDER BY model.name COLLATE "C"`);
  find = (ctx: Context, id: string): Promise<Model | null> => MODELS.find(ctx, id);
  findByName = (ctx: Context, name: string): Promise<Model | null> => MODELS.first(ctx, "WHERE name = $1", [name]);
  insert = (ctx: Context, model: Model): Promise<boolean> => MODELS.insertNew(ctx, model);
  update = (ctx: Context, model: Model): Promise<boolean> => MODELS.update(ctx, model);

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

  addNotices = (ctx: Context, notices: readonly ModelNotice[]): Promise<void> => NOTICES.insertAll(ctx, notices);
  noticesOf = (ctx: Context, useCaseIds: readonly string[]): Promise<readonly ModelNotice[]> =>
    NOTICES.of(ctx, "use_case_id", useCaseIds, "sent_at DESC, id DESC");

  aliases = (ctx: Context): Promise<readonly ModelAlias[]> =>
    ALIASES.select(ctx, `ORDER BY model_alias.name COLLATE "C"`);
  findAlias = (ctx: Context, name: string): Promise<ModelAlias | null> => ALIASES.first(ctx, "WHERE name = $1", [name]);

  async saveAlias(ctx: Context, alias: ModelAlias): Promise<void> {
    await ALIASES.save(ctx, alias, ["name"]);
  }
}
