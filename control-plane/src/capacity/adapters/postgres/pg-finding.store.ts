import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { POOLS } from "../../../serving/reads/pools.js";
import type { DeclaredGpus, FindingChanges, KeptFinding, ObservedGpus } from "../../domain/finding/capacity-finding.js";
import type { FindingStore } from "../../ports/finding-store.port.js";

export class PgFindingStore implements FindingStore {
  declared(ctx: Context, campaignId: string): Promise<readonly DeclaredGpus[]> {
    return rowsOf<DeclaredGpus>(
      ctx,
      `SELECT line.content ->> 'pool' AS pool, line.gpu_type AS "gpuType", sum(line.gpu_count)::integer AS gpus
       FROM capacity_line line JOIN capacity_declaration declaration ON declaration.id = line.declaration_id
       WHERE line.campaign_id = $1 AND line.until_version IS NULL AND line.content ->> 'pool' IS NOT NULL
         AND declaration.state IN ('validated', 'reviewed', 'accepted')
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [uuidOrNull(campaignId)],
    );
  }

  observed(ctx: Context): Promise<readonly ObservedGpus[]> {
    return rowsOf<ObservedGpus>(
      ctx,
      `SELECT pool, gpu_type AS "gpuType", gpus, observed_at AS "observedAt", source FROM observed_capacity
       UNION ALL
       SELECT slug, gpu_class, gpu_count, $1, 'pool' FROM ${POOLS} pool
       WHERE active AND NOT EXISTS (SELECT FROM observed_capacity WHERE observed_capacity.pool = slug)
       ORDER BY 1, 2`,
      [ctx.clock.now()],
    );
  }

  async recordObserved(ctx: Context, observed: readonly ObservedGpus[]): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO observed_capacity (pool, gpu_type, gpus, observed_at, source)
       SELECT seen ->> 'pool', seen ->> 'gpuType', (seen ->> 'gpus')::integer, (seen ->> 'observedAt')::timestamptz,
         seen ->> 'source'
       FROM jsonb_array_elements($1::jsonb) AS seen
       ON CONFLICT (pool, gpu_type, source) DO UPDATE SET gpus = EXCLUDED.gpus, observed_at = EXCLUDED.observed_at
       WHERE observed_capacity.observed_at <= EXCLUDED.observed_at`,
      [JSON.stringify(observed)],
    );
  }

  findings(ctx: Context, campaignId: string): Promise<readonly KeptFinding[]> {
    return rowsOf<KeptFinding>(
      ctx,
      `SELECT id, campaign_id AS "campaignId", pool, gpu_type AS "gpuType", declared, observed, difference, source,
         observed_at AS "observedAt", opened_at AS "openedAt", closed_at AS "closedAt"
       FROM capacity_finding WHERE campaign_id = $1 ORDER BY closed_at IS NOT NULL, abs(difference) DESC, pool, gpu_type, id`,
      [uuidOrNull(campaignId)],
    );
  }

  async keep(ctx: Context, campaignId: string, changes: FindingChanges): Promise<void> {
    const now = ctx.clock.now();
    for (const { pool, gpuType, declared, observed, difference, source, observedAt } of changes.opened) {
      await countOf(
        ctx,
        `INSERT INTO capacity_finding
           (id, campaign_id, pool, gpu_type, declared, observed, difference, source, observed_at, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [ctx.ids.next(), campaignId, pool, gpuType, declared, observed, difference, source, observedAt, now],
      );
    }
    for (const { id, declared, observed, difference, source, observedAt } of changes.changed) {
      await countOf(
        ctx,
        `UPDATE capacity_finding SET declared = $2, observed = $3, difference = $4, source = $5, observed_at = $6
         WHERE id = $1`,
        [id, declared, observed, difference, source, observedAt],
      );
    }
    const closed = changes.closed.map(({ id }) => id);
    await countOf(ctx, "UPDATE capacity_finding SET closed_at = $2 WHERE id = ANY ($1::uuid[])", [closed, now]);
  }
}
