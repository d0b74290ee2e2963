import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import type { RoundOpinionStore } from "../../../ports/round-opinion-store.port.js";

const COLUMNS = `id, round_id AS "roundId", line_id AS "lineId", organisation_id AS "organisationId", by_person AS "by",
  verdict, told, at`;

export class PgRoundOpinionStore implements RoundOpinionStore {
  async add(ctx: Context, opinion: RoundOpinion): Promise<void> {
    const { id, roundId, lineId, organisationId, by, verdict, told, at } = opinion;
    const sql = `INSERT INTO round_opinion (id, round_id, line_id, organisation_id, by_person, verdict, told, at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
    await rowsOf(ctx, sql, [id, roundId, lineId, organisationId, by, verdict, told, at]);
  }

  list(ctx: Context, roundId: string): Promise<readonly RoundOpinion[]> {
    return rowsOf<RoundOpinion>(ctx, `SELECT ${COLUMNS} FROM round_opinion WHERE round_id = $1 ORDER BY at, id`, [
      roundId,
    ]);
  }
}
