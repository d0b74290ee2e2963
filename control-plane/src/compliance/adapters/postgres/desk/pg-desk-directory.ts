import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../../platform/database/uuid.js";
import { USE_CASES } from "../../../../registry/reads/use-cases.js";
import { POOLS } from "../../../../serving/reads/pools.js";
import { ORGANISATIONS } from "../../../../tenancy/reads/organisations.js";
import type { Figure } from "../../../domain/desk/counsel/opinion.js";
import type { DeskDirectory } from "../../../ports/desk/desk-directory.port.js";

const FIGURES = `
  SELECT 'use_cases.' || state AS name, count(*)::integer AS value FROM ${USE_CASES} use_case GROUP BY state
  UNION ALL SELECT 'ai_act.' || (dossier ->> 'aiActClass'), count(*)::integer FROM ${USE_CASES} use_case
    WHERE dossier ? 'aiActClass' GROUP BY dossier ->> 'aiActClass'
  UNION ALL SELECT 'derogations.active', count(*)::integer FROM derogation
    WHERE state = 'granted' AND $1::date BETWEEN starts_on AND ends_on
  UNION ALL SELECT 'incidents.' || kind, count(*)::integer FROM incident GROUP BY kind
  UNION ALL SELECT 'reviews.' || opinion, count(*)::integer FROM use_case_review
    WHERE state <> 'superseded' GROUP BY opinion
  UNION ALL SELECT 'questions.' || state, count(*)::integer FROM compliance_question GROUP BY state
  ORDER BY name`;

export class PgDeskDirectory implements DeskDirectory {
  async organisationNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = `SELECT id, name FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1)`;
    const rows = await rowsOf<{ id: string; name: string }>(ctx, sql, [uuidsOf(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async poolSlug(ctx: Context, id: string): Promise<string | null> {
    const [found] = await rowsOf<{ slug: string }>(ctx, `SELECT slug FROM ${POOLS} pool WHERE id = $1`, [
      uuidOrNull(id),
    ]);
    return found?.slug ?? null;
  }

  async lineage(ctx: Context, useCaseId: string): Promise<readonly string[]> {
    const sql = `WITH RECURSIVE line AS (
      SELECT $1::uuid AS id UNION SELECT merged.id FROM ${USE_CASES} merged JOIN line ON merged.merged_into = line.id)
      SELECT id FROM line`;
    return (await rowsOf<{ id: string }>(ctx, sql, [uuidOrNull(useCaseId)])).map(({ id }) => id);
  }

  figures(ctx: Context, today: string): Promise<readonly Figure[]> {
    return rowsOf<Figure>(ctx, FIGURES, [today]);
  }
}
