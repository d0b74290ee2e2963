import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import type { RoundJob } from "../../../domain/rounds/round-job.js";
import type { JobEnd, RoundJobStore } from "../../../ports/round-job-store.port.js";

const COLUMNS = `id, round_id AS "roundId", organisation_id AS "organisationId", kind, state, progress, asked, result,
  failure, requested_by AS "requestedBy", created_at AS "createdAt",
  finished_at AS "finishedAt"`;

export class PgRoundJobStore implements RoundJobStore {
  async insert(ctx: Context, job: RoundJob): Promise<boolean> {
    const { id, roundId, organisationId, kind, state, progress, asked, requestedBy, createdAt } = job;
    const sql = `INSERT INTO round_job (id, round_id, organisation_id, kind, state, progress, asked, requested_by,
        created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`;
    const values = [id, roundId, organisationId, kind, state, progress, JSON.stringify(asked), requestedBy, createdAt];
    return (await countOf(ctx, sql, values)) === 1;
  }

  async find(ctx: Context, id: string): Promise<RoundJob | null> {
    const sql = `SELECT ${COLUMNS} FROM round_job WHERE id = ANY ($1)`;
    return (await rowsOf<RoundJob>(ctx, sql, [uuidsOf([id])]))[0] ?? null;
  }

  list(ctx: Context, roundId: string): Promise<readonly RoundJob[]> {
    const sql = `SELECT ${COLUMNS} FROM round_job WHERE round_id = $1 ORDER BY created_at DESC, id DESC`;
    return rowsOf<RoundJob>(ctx, sql, [roundId]);
  }

  async advance(ctx: Context, id: string, progress: number): Promise<boolean> {
    const sql = `UPDATE round_job SET progress = greatest(progress, $2) WHERE id = $1 AND state = 'running'`;
    return (await countOf(ctx, sql, [id, progress])) === 1;
  }

  async finish(ctx: Context, id: string, { state, result, failure }: JobEnd): Promise<boolean> {
    const sql = `UPDATE round_job SET state = $2, result = $3, failure = $4, finished_at = $5,
        progress = CASE WHEN $2 = 'done' THEN 1 ELSE progress END
      WHERE id = $1 AND state = 'running'`;
    const told = result === null ? null : JSON.stringify(result);
    return (await countOf(ctx, sql, [id, state, told, failure, ctx.clock.now()])) === 1;
  }
}
