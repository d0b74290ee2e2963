import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import { ORGANISATIONS } from "../../../../tenancy/reads/organisations.js";
import type { Cell } from "../../../domain/consolidation/cells.js";
import type { ConsolidationInput } from "../../../domain/consolidation/consolidation-input.js";
import type { Consolidation } from "../../../domain/consolidation/consolidation-life.js";
import type { Consolidated, ConsolidationReport, NeedResult } from "../../../domain/consolidation/consolidation.js";
import type {
  ConsolidationRepository,
  NeedResultQuery,
} from "../../../ports/consolidation/consolidation-repository.port.js";
import { CONSOLIDATIONS } from "../rows/capacity-tables.js";

/** Rows of one statement: large enough to be few, small enough for one message. */
const CHUNK = 5_000;

export class PgConsolidationRepository implements ConsolidationRepository {
  find = (ctx: Context, id: string): Promise<Consolidation | null> => CONSOLIDATIONS.find(ctx, id);

  ofCampaign(ctx: Context, campaignId: string): Promise<readonly Consolidation[]> {
    const rest = `WHERE campaign_id = $1 ORDER BY requested_at DESC, id DESC`;
    return CONSOLIDATIONS.select(ctx, rest, [uuidOrNull(campaignId)]);
  }

  insert = (ctx: Context, consolidation: Consolidation): Promise<boolean> =>
    CONSOLIDATIONS.insertNew(ctx, consolidation);

  async update(ctx: Context, consolidation: Consolidation): Promise<boolean> {
    // The unique index of published ones, asked before it would throw.
    const published = `SELECT FROM consolidation WHERE campaign_id = $1 AND state = 'published'`;
    const { campaignId, state } = consolidation;
    if (state === "published" && (await rowsOf(ctx, published, [campaignId])).length > 0) return false;
    return CONSOLIDATIONS.update(ctx, consolidation);
  }

  async advance(ctx: Context, id: string, progress: number): Promise<boolean> {
    const sql = `UPDATE consolidation SET progress = $2 WHERE id = $1 AND state = 'computing'`;
    return (await countOf(ctx, sql, [id, progress])) === 1;
  }

  async keep(ctx: Context, id: string, input: ConsolidationInput, { report, needs }: Consolidated): Promise<void> {
    const sql = `INSERT INTO consolidation_report (consolidation_id, input, report) VALUES ($1, $2, $3)`;
    await countOf(ctx, sql, [id, JSON.stringify(input), JSON.stringify(report)]);
    await countOf(
      ctx,
      `INSERT INTO consolidation_cell (consolidation_id, organisation_id, position, content)
       SELECT $1, (cell.value ->> 'ministryId')::uuid, cell.ordinality, cell.value
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS cell`,
      [id, JSON.stringify(report.cells)],
    );
    for (let from = 0; from < needs.length; from += CHUNK)
      await countOf(ctx, INSERT_NEEDS, [id, JSON.stringify(needs.slice(from, from + CHUNK))]);
  }

  async report(ctx: Context, id: string): Promise<ConsolidationReport | null> {
    const sql = `SELECT report FROM consolidation_report WHERE consolidation_id = $1`;
    const [row] = await rowsOf<{ report: ConsolidationReport }>(ctx, sql, [uuidOrNull(id)]);
    return row?.report ?? null;
  }

  async input(ctx: Context, id: string): Promise<ConsolidationInput | null> {
    const sql = `SELECT input FROM consolidation_report WHERE consolidation_id = $1`;
    const [row] = await rowsOf<{ input: ConsolidationInput }>(ctx, sql, [uuidOrNull(id)]);
    return row?.input ?? null;
  }

  async cells(ctx: Context, id: string): Promise<readonly Cell[]> {
    const sql = `SELECT content FROM consolidation_cell WHERE consolidation_id = $1 ORDER BY position`;
    return (await rowsOf<{ content: Cell }>(ctx, sql, [uuidOrNull(id)])).map(({ content }) => content);
  }

  async ministryNames(ctx: Context, id: string): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsOf<{ id: string; name: string }>(
      ctx,
      `SELECT id, name FROM ${ORGANISATIONS} organisation
       WHERE id IN (SELECT organisation_id FROM consolidation_cell WHERE consolidation_id = $1)`,
      [uuidOrNull(id)],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  needs(ctx: Context, { consolidationId, first, after }: NeedResultQuery): Promise<readonly NeedResult[]> {
    return rowsOf<NeedResult>(ctx, SELECT_NEEDS, [
      uuidOrNull(consolidationId),
      first + 1,
      after?.[0] ?? null,
      uuidOrNull(after?.[1] ?? ""),
      after?.[2] ?? null,
    ]);
  }
}

const INSERT_NEEDS = `
  INSERT INTO consolidation_need (consolidation_id, organisation_id, need_id, quarter, reference, gpu_type, zone,
    criticality, low, likely, high, min_useful, granted, unmet, basis, method)
  SELECT $1, "organisationId", "needId", quarter, reference, "gpuType", zone, criticality, low, likely, high,
    "minUseful", granted, unmet, basis, method
  FROM jsonb_to_recordset($2::jsonb) AS need("organisationId" uuid, "needId" uuid, quarter text, reference text,
    "gpuType" text, zone text, criticality integer, low integer, likely integer, high integer, "minUseful" integer, granted numeric,
    unmet numeric, basis text, method text)`;

const SELECT_NEEDS = `
  SELECT need_id AS "needId", organisation_id AS "organisationId", reference, quarter, gpu_type AS "gpuType", zone,
    criticality, low, likely, high, min_useful AS "minUseful",
    granted::double precision AS granted, unmet::double precision AS unmet, basis, method
  FROM consolidation_need
  WHERE consolidation_id = $1 AND ($3::text IS NULL OR (reference COLLATE "C", need_id, quarter) > ($3, $4::uuid, $5))
  ORDER BY reference COLLATE "C", need_id, quarter LIMIT $2`;
