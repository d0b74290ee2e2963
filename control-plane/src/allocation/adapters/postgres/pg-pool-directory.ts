import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { POOLS } from "../../../serving/reads/pools.js";
import type { PoolDirectory, PoolFacts } from "../../ports/pool-directory.port.js";

export class PgPoolDirectory implements PoolDirectory {
  async find(ctx: Context, poolId: string): Promise<PoolFacts | undefined> {
    const [pool] = await rowsOf<PoolFacts>(ctx, `SELECT id, gpu_count AS "gpuCount" FROM ${POOLS} pool WHERE id = $1`, [
      poolId,
    ]);
    return pool;
  }
}
