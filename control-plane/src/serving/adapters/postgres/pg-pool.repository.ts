import type { Context } from "../../../kernel/use-case.js";
import { countOf } from "../../../platform/database/pg-transaction.js";
import { column, group, json, Table, values } from "../../../platform/database/table.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { Deployment, Pool } from "../../domain/pool.js";
import type { PoolRepository } from "../../ports/pool-repository.port.js";

const POOLS = new Table<Pool>("pool", {
  ...values("id", "slug", "name", "gpuClass", "gpuCount", "acceptedLabels", "hosting", "active", "invented"),
  ...json("standing"),
  veto: group({ by: column("veto_by"), at: column("veto_at"), reason: column("veto_reason") }),
});
const DEPLOYMENTS = new Table<Omit<Deployment, "endpoints">>("deployment", {
  ...values("id", "poolId", "modelId", "servedName", "gpusPerReplica"),
  profile: group(values("alphaSeconds", "betaSeconds", "prefillSecondsPerToken", "referenceBatch", "maxSequences")),
  price: group({
    inputPerMillion: column("input_price_per_million", "number"),
    outputPerMillion: column("output_price_per_million", "number"),
  }),
  energy: group({
    kWhPerMillionTokens: column("kwh_per_million_tokens"),
    kgCO2eqPerKWh: column("kgco2eq_per_kwh"),
    method: column("energy_method"),
  }),
});
const ENDPOINTS = `coalesce((SELECT json_agg(json_build_object('id', id, 'url', url, 'apiKeyVariable', api_key_variable,
  'simulated', simulated) ORDER BY position) FROM endpoint WHERE deployment_id = deployment.id), '[]') AS endpoints`;

export class PgPoolRepository implements PoolRepository {
  all = (ctx: Context): Promise<readonly Pool[]> => POOLS.select(ctx, `ORDER BY pool.name COLLATE "C"`);
  find = (ctx: Context, id: string): Promise<Pool | null> => POOLS.find(ctx, id);
  findBySlug = (ctx: Context, slug: string): Promise<Pool | null> => POOLS.first(ctx, "WHERE slug = $1", [slug]);

  async save(ctx: Context, pool: Pool): Promise<void> {
    await POOLS.save(ctx, pool);
  }

  deployments(ctx: Context, poolIds: readonly string[] | null): Promise<readonly Deployment[]> {
    const rest = `WHERE $1::uuid[] IS NULL OR pool_id = ANY ($1) ORDER BY served_name COLLATE "C", id`;
    return deploymentsOf(ctx, rest, [poolIds === null ? null : uuidsOf(poolIds)]);
  }

  async findDeployment(ctx: Context, poolId: string, modelId: string): Promise<Deployment | null> {
    const given = [uuidOrNull(poolId), uuidOrNull(modelId)];
    return (await deploymentsOf(ctx, "WHERE pool_id = $1 AND model_id = $2", given))[0] ?? null;
  }

  async saveDeployment(ctx: Context, deployment: Deployment): Promise<void> {
    await DEPLOYMENTS.save(ctx, deployment);
    await countOf(ctx, "DELETE FROM endpoint WHERE deployment_id = $1", [deployment.id]);
    await countOf(
      ctx,
      `INSERT INTO endpoint (id, deployment_id, url, api_key_variable, simulated, position)
       SELECT id, $1, url, "apiKeyVariable", simulated, row_number() OVER ()
       FROM jsonb_to_recordset($2::jsonb) AS given(id uuid, url text, "apiKeyVariable" text, simulated boolean)`,
      [deployment.id, JSON.stringify(deployment.endpoints)],
    );
  }
}

const deploymentsOf = (ctx: Context, rest: string, given: readonly unknown[]): Promise<Deployment[]> =>
  DEPLOYMENTS.rows<Pick<Deployment, "endpoints">>(
    ctx,
    `SELECT ${DEPLOYMENTS.columns()}, ${ENDPOINTS} FROM deployment ${rest}`,
    given,
  );
