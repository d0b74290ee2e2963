import type { ConsolidationInput } from "../../control-plane/src/capacity/domain/consolidation/consolidation-input.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { countOf } from "../../control-plane/src/platform/database/pg-transaction.js";

const AT = "2026-09-01T08:00:00Z";

/** Writes what a consolidation is computed from as rows of each room; ministries stand directly below the State given. */
export async function plantState(ctx: Context, stateId: string, input: ConsolidationInput): Promise<void> {
  const put = (sql: string, rows: unknown): Promise<number> => countOf(ctx, sql, [JSON.stringify(rows)]);
  await put(
    `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from)
     SELECT id, slug, name, 'ministry', '${stateId}', '2020-01-01' FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, slug text, name text)`,
    input.ministries,
  );
  await put(
    `INSERT INTO campaign (id, name, kind, state, opens_at, closes_at, scope, template_version, quarters, reminder_days,
       created_by, created_at, version)
     SELECT id, name, 'capacity', 'closed', '2026-09-01', '2026-11-01', '{}', 1,
       ARRAY(SELECT jsonb_array_elements_text(quarters)), '{}', 'test', '${AT}', 1
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, name text, quarters jsonb)`,
    [input.campaign],
  );
  await put(
    `INSERT INTO capacity_declaration (id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version,
       line_count, gpu_count, completeness, created_by)
     SELECT id, '${input.campaign.id}', id, 'accepted', 'test', '${AT}', '${AT}', 1, 0, 0, 1, 'test'
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid)`,
    input.ministries,
  );
  await put(
    `INSERT INTO capacity_line (id, declaration_id, campaign_id, organisation_id, since_version, content)
     SELECT id, "ministryId", '${input.campaign.id}', "ministryId", 1, line
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "ministryId" uuid, line jsonb)`,
    input.lines,
  );
  await put(
    `INSERT INTO capacity_need (id, campaign_id, organisation_id, state, declared_by, created_at, updated_at, version,
       completeness, created_by, content)
     SELECT id, '${input.campaign.id}', "organisationId", 'accepted', 'test', '${AT}', '${AT}', 1, 1, 'test', content
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "organisationId" uuid, content jsonb)`,
    input.needs,
  );
  const pools = input.pools.map((pool) => ({ ...pool, id: ctx.ids.next() }));
  const poolId = new Map(pools.map(({ slug, id }) => [slug, id]));
  await put(
    `INSERT INTO pool (id, slug, name, gpu_class, gpu_count, accepted_labels, hosting, active, invented)
     SELECT id, slug, slug, "gpuType", gpus, ARRAY(SELECT jsonb_array_elements_text(labels)), 'state_internal', true, true
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, slug text, "gpuType" text, gpus integer, labels jsonb)`,
    pools,
  );
  await put(
    `INSERT INTO observed_capacity (pool, gpu_type, gpus, observed_at, source)
     SELECT slug, "gpuType", observed, '${AT}', 'agent'
     FROM jsonb_to_recordset($1::jsonb) AS r(slug text, "gpuType" text, observed integer) WHERE observed IS NOT NULL`,
    pools,
  );
  await put(
    `INSERT INTO allocation (id, pool_id, node_id, node_type, organisation_id, nominal, guarantee, weight)
     SELECT id, "poolId", "ministryId", 'organisation', "ministryId", nominal, 0, 1
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "poolId" uuid, "ministryId" uuid, nominal numeric)`,
    input.allocations.map((held) => ({ ...held, poolId: poolId.get(held.pool) })),
  );
}

/** GPUs that a body used in a pool on the mean of a day, as the ledger rolls it up. */
export async function plantUse(
  ctx: Context,
  poolSlug: string,
  organisationId: string,
  daysAgo: number,
  gpus: number,
): Promise<void> {
  await countOf(
    ctx,
    `INSERT INTO usage_daily (day, organisation_id, pool_id, quantity, amount, newest)
     SELECT current_date - $3::integer, $2, id, 'gpuMicroSeconds', round($4::numeric * 86400e6), now()
     FROM pool WHERE slug = $1`,
    [poolSlug, organisationId, daysAgo, gpus],
  );
}
