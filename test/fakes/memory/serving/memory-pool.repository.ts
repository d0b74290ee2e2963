import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { Deployment, Pool } from "../../../../control-plane/src/serving/domain/pool.js";
import type { PoolRepository } from "../../../../control-plane/src/serving/ports/pool-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryRows } from "../memory-records.js";

export class MemoryPoolRepository extends MemoryRows<Pool> implements PoolRepository {
  private readonly deployed = new MemoryRows<Deployment>();

  all(_ctx: Context): Promise<readonly Pool[]> {
    return Promise.resolve(this.where().sort(by(({ name }) => [name])));
  }

  findBySlug(_ctx: Context, slug: string): Promise<Pool | null> {
    return this.one((pool) => pool.slug === slug);
  }

  save(_ctx: Context, pool: Pool): Promise<void> {
    return this.put(pool);
  }

  deployments(_ctx: Context, poolIds: readonly string[] | null): Promise<readonly Deployment[]> {
    const rows = this.deployed.where(({ poolId }) => poolIds === null || poolIds.includes(poolId));
    return Promise.resolve(rows.sort(by(({ servedName }) => [servedName])));
  }

  findDeployment(_ctx: Context, poolId: string, modelId: string): Promise<Deployment | null> {
    return this.deployed.one((row) => row.poolId === poolId && row.modelId === modelId);
  }

  saveDeployment(_ctx: Context, deployment: Deployment): Promise<void> {
    return this.deployed.put(deployment);
  }
}
