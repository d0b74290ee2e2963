import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { Deployment, Pool } from "../../domain/pool.js";
import type { PoolRepository } from "../../ports/pool-repository.port.js";
import { DEPLOYMENT_COLUMNS, deploymentFromRow, deploymentValues, type DeploymentRow } from "./deployment.row.js";

const POOL = `id, slug, name, gpu_class AS "gpuClass", gpu_count AS "gpuCount", accepted_labels AS "acceptedLabels",
  hosting, active, invented, standing`;
const ENDPOINTS = `coalesce((SELECT json_agg(json_build_object('id', id, 'url', url, 'apiKeyVariable', api_key_variable,
  'simulated', simulated) ORDER BY position) FROM endpoint WHERE deployment_id = deployment.id), '[]') AS endpoints`;
const SELECT_DEPLOYMENT = `SELECT ${DEPLOYMENT_COLUMNS.join(", ")}, ${ENDPOINTS} FROM deployment`;
const PLACES = DEPLOYMENT_COLUMNS.map((_, index) => `$${index + 1}`).join(", ");
const ASSIGNMENTS = DEPLOYMENT_COLUMNS.map((column, index) => `${column} = $${index + 1}`).join(", ");

export class PgPoolRepository implements PoolRepository {
  all(ctx: Context): Promise<readonly Pool[]> {
    return rowsOf<Pool>(ctx, `SELECT ${POOL} FROM pool ORDER BY name COLLATE "C"`);
  }

  async find(ctx: Context, id: string): Promise<Pool | null> {
    const [row] = await rowsOf<Pool>(ctx, `SELECT ${POOL} FROM pool WHERE id = $1`, [uuidOrNull(id)]);
    return row ?? null;
  }

  async findBySlug(ctx: Context, slug: string): Promise<Pool | null> {
    const [row] = await rowsOf<Pool>(ctx, `SELECT ${POOL} FROM pool WHERE slug = $1`, [slug]);
    return row ?? null;
  }

  async save(ctx: Context, pool: Pool): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO pool (id, slug, name, gpu_class, gpu_count, accepted_labels, hosting, active, invented,
         standing)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET slug = $2, name = $3, gpu_class = $4, gpu_count = $5, accepted_labels = $6,
         hosting = $7, active = $8, invented = $9, standing = $10`,
      [
        pool.id,
        pool.slug,
        pool.name,
        pool.gpuClass,
        pool.gpuCount,
        pool.acceptedLabels,
        pool.hosting,
        pool.active,
        pool.invented,
        JSON.stringify(pool.standing),
      ],
    );
  }

  async deployments(ctx: Context, poolIds: readonly string[] | null): Promise<readonly Deployment[]> {
    const rows = await rowsOf<DeploymentRow>(
      ctx,
      `${SELECT_DEPLOYMENT} WHERE $1::uuid[] IS NULL OR pool_id = ANY ($1) ORDER BY served_name COLLATE "C", id`,
      [poolIds === null ? null : uuidsOf(poolIds)],
    );
    return rows.map(deploymentFromRow);
  }

  async findDeployment(ctx: Context, poolId: string, modelId: string): Promise<Deployment | null> {
    const sql = `${SELECT_DEPLOYMENT} WHERE pool_id = $1 AND model_id = $2`;
    const [row] = await rowsOf<DeploymentRow>(ctx, sql, [uuidOrNull(poolId), uuidOrNull(modelId)]);
    return row === undefined ? null : deploymentFromRow(row);
  }

  async saveDeployment(ctx: Context, deployment: Deployment): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO deployment (${DEPLOYMENT_COLUMNS.join(", ")}) VALUES (${PLACES})
       ON CONFLICT (id) DO UPDATE SET ${ASSIGNMENTS}`,
      deploymentValues(deployment),
    );
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
