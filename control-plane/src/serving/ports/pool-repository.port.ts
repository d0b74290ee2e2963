import type { Context } from "../../kernel/use-case.js";
import type { Deployment, Pool } from "../domain/pool.js";

/** Pools and what is deployed in them. */
export interface PoolRepository {
  /** By name. */
  all(ctx: Context): Promise<readonly Pool[]>;
  find(ctx: Context, id: string): Promise<Pool | null>;
  findBySlug(ctx: Context, slug: string): Promise<Pool | null>;
  save(ctx: Context, pool: Pool): Promise<void>;
  /** Of these pools, by served name; all when `poolIds` is `null`. */
  deployments(ctx: Context, poolIds: readonly string[] | null): Promise<readonly Deployment[]>;
  /** The one deployment of a model in a pool. */
  findDeployment(ctx: Context, poolId: string, modelId: string): Promise<Deployment | null>;
  /** Replaces the deployment with its endpoints. */
  saveDeployment(ctx: Context, deployment: Deployment): Promise<void>;
}
