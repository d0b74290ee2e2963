import type { Context } from "../../kernel/use-case.js";
import { poolCuts, type PoolCuts } from "../domain/rounds/pool-cuts.js";
import { placed } from "./placed-allocations.js";
import type { AllocationPorts } from "../ports/allocation-ports.js";
import { readPoolLive } from "./read-pool-live.js";

/**
 * Which rights of a pool would be cut first, and why; `null` for a pool that is not there. Reads every ministry's part: run
 * it as the system.
 * @param gpus that would remain; 0 when left out, which is the whole order
 */
export const readCutOrder =
  (ports: AllocationPorts) =>
  async (ctx: Context, poolId: string, gpus: number | null): Promise<PoolCuts | null> => {
    const pool = await ports.pools.find(ctx, poolId);
    if (pool === undefined) return null;
    const rights = await placed(ctx, ports.nodes, await ports.allocations.list(ctx, poolId));
    const { rows } = await readPoolLive(ports)(ctx, pool);
    const loans = new Map(
      rows.flatMap(({ organisationId, borrowed }): [string, number][] =>
        organisationId === null || borrowed <= 0 ? [] : [[organisationId, borrowed]],
      ),
    );
    return poolCuts(pool.gpuCount, rights, loans, Math.min(pool.gpuCount, gpus ?? 0));
  };
