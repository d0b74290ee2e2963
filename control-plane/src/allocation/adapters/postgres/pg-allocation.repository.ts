import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { numbers, Table, values } from "../../../platform/database/table.js";
import type { Allocation } from "../../domain/allocation.js";
import type { AllocationDates, AllocationRepository, DatedAllocation } from "../../ports/allocation-repository.port.js";

const ALLOCATIONS = new Table<Allocation>("allocation", {
  ...values("id", "poolId", "nodeId", "nodeType", "organisationId", "weight", "criticality", "historyFactor"),
  ...numbers("nominal", "guarantee", "lendLimit", "borrowLimit"),
});

const COLUMNS = `pool_id, node_id, node_type, organisation_id, nominal, guarantee, lend_limit, borrow_limit, weight,
  criticality, history_factor`;
const IN_FORCE = `tstzrange(valid_from, valid_to) @>`;

/** Rows without a moment were planned and never held. */
const NEXT_TURN = `
  SELECT min(turn) AS turn FROM allocation, LATERAL (VALUES (valid_from), (valid_to)) AS dates (turn)
  WHERE valid_to IS DISTINCT FROM valid_from AND turn > $1 AND isfinite(turn)`;

const REPLACE = `
  UPDATE allocation SET organisation_id = $4, nominal = $5, guarantee = $6, lend_limit = $7, borrow_limit = $8, weight = $9,
    criticality = $10, history_factor = $11
  WHERE pool_id = $1 AND node_id = $2 AND node_type = $3 AND ${IN_FORCE} $12::timestamptz RETURNING ${ALLOCATIONS.columns()}`;

/** From the end of what stood before now to the beginning of what is planned. */
const INSERT_NOW = `
  INSERT INTO allocation (${COLUMNS}, id, valid_from, valid_to)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13,
    coalesce(max(valid_to) FILTER (WHERE valid_to <= $12), '-infinity'), min(valid_from) FILTER (WHERE valid_from > $12)
  FROM allocation WHERE pool_id = $1 AND node_id = $2 AND valid_to IS DISTINCT FROM valid_from RETURNING ${ALLOCATIONS.columns()}`;

const OVERLAPPING = `
  SELECT id, valid_to::text AS ends, valid_from < $3 AS begins_before,
    $4::timestamptz IS NOT NULL AND coalesce(valid_to, 'infinity') > $4 AS ends_after
  FROM allocation
  WHERE pool_id = $1 AND node_id = $2 AND tstzrange(valid_from, valid_to) && tstzrange($3, $4) FOR UPDATE`;

const RESUME = `
  INSERT INTO allocation (${COLUMNS}, id, valid_from, valid_to, round_id)
  SELECT ${COLUMNS}, $2, $3, $4::timestamptz, round_id FROM allocation WHERE id = $1`;

const PLAN = `
  INSERT INTO allocation (${COLUMNS}, id, valid_from, valid_to, round_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

interface Overlap {
  readonly id: string;
  readonly ends: string | null;
  readonly begins_before: boolean;
  readonly ends_after: boolean;
}

export class PgAllocationRepository implements AllocationRepository {
  async lockPool(ctx: Context, poolId: string): Promise<void> {
    await rowsOf(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('allocation:' || $1, 0))`, [poolId]);
  }

  list(ctx: Context, poolId?: string): Promise<readonly Allocation[]> {
    const rest = `WHERE ($1::uuid IS NULL OR pool_id = $1) AND ${IN_FORCE} $2::timestamptz ORDER BY pool_id, node_id`;
    return ALLOCATIONS.select(ctx, rest, [poolId ?? null, ctx.clock.now()]);
  }

  listAt(ctx: Context, poolId: string, at: Date): Promise<readonly Allocation[]> {
    const rest = `WHERE pool_id = $1 AND ${IN_FORCE} $2::timestamptz ORDER BY node_id`;
    return ALLOCATIONS.select(ctx, rest, [poolId, at]);
  }

  async nextTurn(ctx: Context): Promise<Date | null> {
    const [row] = await rowsOf<{ turn: Date | null }>(ctx, NEXT_TURN, [ctx.clock.now()]);
    return row?.turn ?? null;
  }

  async save(ctx: Context, allocation: Allocation): Promise<Allocation> {
    const given = [...valuesOf(allocation), ctx.clock.now()];
    const [replaced] = await ALLOCATIONS.rows(ctx, REPLACE, given);
    if (replaced !== undefined) return replaced;
    const [inserted] = await ALLOCATIONS.rows(ctx, INSERT_NOW, [...given, allocation.id]);
    if (inserted === undefined) throw new Error("an insert answers its row");
    return inserted;
  }

  async plan(ctx: Context, allocation: Allocation, { from, to, roundId }: AllocationDates): Promise<void> {
    const node = [allocation.poolId, allocation.nodeId];
    for (const row of await rowsOf<Overlap>(ctx, OVERLAPPING, [...node, from, to])) {
      if (!row.begins_before) {
        // A right that was planned and never held stays as a row without a moment: nothing is deleted.
        const kept = row.ends_after ? [`valid_from = $2`, to] : [`valid_to = valid_from`];
        await rowsOf(ctx, `UPDATE allocation SET ${String(kept[0])} WHERE id = $1`, [row.id, ...kept.slice(1)]);
        continue;
      }
      await rowsOf(ctx, `UPDATE allocation SET valid_to = $2 WHERE id = $1`, [row.id, from]);
      if (row.ends_after) await rowsOf(ctx, RESUME, [row.id, ctx.ids.next(), to, row.ends]);
    }
    await rowsOf(ctx, PLAN, [...valuesOf(allocation), allocation.id, from, to, roundId]);
  }

  plannedBy(ctx: Context, roundId: string): Promise<readonly DatedAllocation[]> {
    const sql = `SELECT ${ALLOCATIONS.columns()}, valid_from AS "validFrom", valid_to AS "validTo" FROM allocation
      WHERE round_id = $1 AND valid_to IS DISTINCT FROM valid_from ORDER BY pool_id, node_id, valid_from`;
    return ALLOCATIONS.rows<{ readonly validFrom: Date; readonly validTo: Date | null }>(ctx, sql, [roundId]);
  }
}

const valuesOf = (allocation: Allocation): readonly unknown[] => {
  const { poolId, nodeId, nodeType, organisationId, nominal, guarantee, lendLimit, borrowLimit, weight } = allocation;
  const { criticality, historyFactor } = allocation;
  const rights = [nominal, guarantee, lendLimit, borrowLimit, weight, criticality, historyFactor];
  return [poolId, nodeId, nodeType, organisationId, ...rights];
};
