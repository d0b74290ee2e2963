import type { Context } from "../../../../kernel/use-case.js";
import { DAILY_USE } from "../../../../ledger/reads/use.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import { POOLS } from "../../../../serving/reads/pools.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { RoundPool } from "../../../domain/rounds/pool-slices.js";
import type { RoundPoolDirectory } from "../../../ports/round-pool-directory.port.js";

const DESCRIBE = `
  SELECT id, gpu_class AS "gpuClass", gpu_count AS "gpuCount", accepted_labels AS "acceptedLabels"
  FROM ${POOLS} pool WHERE id = ANY ($1) AND active ORDER BY id`;

/** An organisation's are those of everything below it. */
const USED = `
  SELECT coalesce(sum(amount), 0)::text AS used FROM ${DAILY_USE} used
  WHERE quantity = 'gpuMicroSeconds' AND pool_id = ANY ($2) AND day >= ($3::timestamptz AT TIME ZONE 'Europe/Paris')::date
    AND day < ($4::timestamptz AT TIME ZONE 'Europe/Paris')::date
    AND ($1 IN (use_case_id, application_id) OR organisation_id IN ${organisationsBelow("$1")})`;

export class PgRoundPoolDirectory implements RoundPoolDirectory {
  describe(ctx: Context, ids: readonly string[]): Promise<readonly RoundPool[]> {
    return rowsOf<RoundPool>(ctx, DESCRIBE, [uuidsOf(ids)]);
  }

  async usedGpuSeconds(
    ctx: Context,
    nodeId: string,
    poolIds: readonly string[],
    from: Date,
    to: Date,
  ): Promise<number> {
    const [row] = await rowsOf<{ used: string }>(ctx, USED, [nodeId, poolIds, from, to]);
    return Number(row?.used ?? 0) / 1e6;
  }
}
