import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { Allocation } from "../../domain/allocation.js";
import type { NodeType } from "../../domain/node.js";
import type { AllocationRepository } from "../../ports/allocation-repository.port.js";

interface Row {
  readonly id: string;
  readonly pool_id: string;
  readonly node_id: string;
  readonly node_type: NodeType;
  readonly organisation_id: string;
  readonly nominal: string;
  readonly guarantee: string;
  readonly lend_limit: string | null;
  readonly borrow_limit: string | null;
  readonly weight: number;
}

const SAVE = `
  INSERT INTO allocation (id, pool_id, node_id, node_type, organisation_id, nominal, guarantee, lend_limit,
                          borrow_limit, weight)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (pool_id, node_id) DO UPDATE SET
    organisation_id = excluded.organisation_id, nominal = excluded.nominal, guarantee = excluded.guarantee,
    lend_limit = excluded.lend_limit, borrow_limit = excluded.borrow_limit, weight = excluded.weight
  RETURNING *`;

export class PgAllocationRepository implements AllocationRepository {
  async lockPool(ctx: Context, poolId: string): Promise<void> {
    await rowsOf(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('allocation:' || $1, 0))`, [poolId]);
  }

  async list(ctx: Context, poolId?: string): Promise<readonly Allocation[]> {
    const sql = `SELECT * FROM allocation WHERE $1::uuid IS NULL OR pool_id = $1 ORDER BY pool_id, node_id`;
    return (await rowsOf<Row>(ctx, sql, [poolId ?? null])).map(allocationOf);
  }

  async save(ctx: Context, allocation: Allocation): Promise<Allocation> {
    const { id, poolId, nodeId, nodeType, organisationId } = allocation;
    const { nominal, guarantee, lendLimit, borrowLimit, weight } = allocation;
    const values = [id, poolId, nodeId, nodeType, organisationId, nominal, guarantee, lendLimit, borrowLimit, weight];
    const [row] = await rowsOf<Row>(ctx, SAVE, values);
    if (row === undefined) throw new Error("an upsert answers its row");
    return allocationOf(row);
  }
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

const allocationOf = (row: Row): Allocation => ({
  id: row.id,
  poolId: row.pool_id,
  nodeId: row.node_id,
  nodeType: row.node_type,
  organisationId: row.organisation_id,
  nominal: Number(row.nominal),
  guarantee: Number(row.guarantee),
  lendLimit: numberOf(row.lend_limit),
  borrowLimit: numberOf(row.borrow_limit),
  weight: row.weight,
});
