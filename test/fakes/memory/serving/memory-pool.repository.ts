import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { Deployment, Pool } from "../../../../control-plane/src/serving/domain/pool.js";
import type { PoolRepository } from "../../../../control-plane/src/serving/ports/pool-repository.port.js";

export class MemoryPoolRepository implements PoolRepository {
  private readonly pools = new Map<string, Pool>();
  private readonly deployed = new Map<string, Deployment>();

  async all(_ctx: Context): Promise<readonly Pool[]> {
    return Promise.resolve([...this.pools.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
  }

  async find(_ctx: Context, id: string): Promise<Pool | null> {
    return Promise.resolve(this.pools.get(id) ?? null);
  }

  async findBySlug(_ctx: Context, slug: string): Promise<Pool | null> {
    return Promise.resolve([...this.pools.values()].find((pool) => pool.slug === slug) ?? null);
  }

  async save(_ctx: Context, pool: Pool): Promise<void> {
    this.pools.set(pool.id, pool);
    return Promise.resolve();
  }

  async deployments(_ctx: Context, poolIds: readonly string[] | null): Promise<readonly Deployment[]> {
    const rows = [...this.deployed.values()].filter((row) => poolIds === null || poolIds.includes(row.poolId));
    return Promise.resolve(rows.sort((a, b) => (a.servedName < b.servedName ? -1 : 1)));
  }

  async findDeployment(_ctx: Context, poolId: string, modelId: string): Promise<Deployment | null> {
    const found = [...this.deployed.values()].find((row) => row.poolId === poolId && row.modelId === modelId);
    return Promise.resolve(found ?? null);
  }

  async saveDeployment(_ctx: Context, deployment: Deployment): Promise<void> {
    this.deployed.set(deployment.id, deployment);
    return Promise.resolve();
  }
}
