import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { MODELS } from "../../../registry/reads/models.js";
import type { Deployment, Pool } from "../../domain/pool.js";
import { PgPoolRepository } from "./pg-pool.repository.js";

interface ExportedDeployment extends Deployment {
  /** Slug. */
  readonly pool: string;
  /** Name. */
  readonly model: string;
}

/** Pools and deployments, by slug and name, as their use cases take them back. */
export interface ServingExport {
  readonly pools: readonly Pool[];
  readonly deployments: readonly ExportedDeployment[];
}

/** What runs where, pools by name. */
export async function exportServing(ctx: Context): Promise<ServingExport> {
  const repository = new PgPoolRepository();
  const pools = await repository.all(ctx);
  const models = await rowsOf<{ id: string; name: string }>(ctx, `SELECT id, name FROM ${MODELS} model`);
  const deployments = await repository.deployments(ctx, null);
  return {
    pools,
    deployments: deployments.map((deployment) => ({
      ...deployment,
      pool: pools.find((pool) => pool.id === deployment.poolId)?.slug ?? "",
      model: models.find((model) => model.id === deployment.modelId)?.name ?? "",
    })),
  };
}
