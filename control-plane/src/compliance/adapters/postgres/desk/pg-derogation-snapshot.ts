import { parisDay, type DerogationV1 } from "@socle/contracts";
import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { POOLS } from "../../../../serving/reads/pools.js";

type Row = Omit<DerogationV1, "authority" | "pool"> & {
  readonly authorities: readonly string[];
  readonly pool: string | null;
};

/** Granted ones whose last day is not past: schedulers begin and end each on its own day. */
const LIFTING = `
  SELECT derogation.id, rule, use_case_id AS "useCaseId", authorities, starts_on::text AS "from", ends_on::text AS "to",
    pool.slug AS pool
  FROM derogation LEFT JOIN ${POOLS} pool ON pool.id = derogation.pool_id
  WHERE derogation.state = 'granted' AND ends_on >= $1::date ORDER BY derogation.id`;

/** What schedulers are told of derogations; read in the publication's own transaction, so a revoked one is gone at once. */
export async function derogationSnapshotSource(ctx: Context): Promise<readonly DerogationV1[]> {
  const rows = await rowsOf<Row>(ctx, LIFTING, [parisDay(ctx.clock.now())]);
  return rows.map(({ authorities, pool, ...row }) => ({
    ...row,
    authority: authorities.join("+"),
    ...(pool === null ? {} : { pool }),
  }));
}
