import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { ShareRow } from "../../domain/share-exchange.js";
import type { PoolShareStore } from "../../ports/pool-share-store.port.js";

// A statement of its own: rows are read as they are once the lock is held.
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('pool-share:' || $1, 0))`;
const ROWS = `SELECT replica, epoch, call, at, tick, report, slots FROM pool_share WHERE pool_id = $1`;
const SAVE = `WITH forgotten AS (DELETE FROM pool_share WHERE pool_id = $1 AND replica = ANY ($9::text[]))
  INSERT INTO pool_share (pool_id, replica, epoch, call, at, tick, report, slots)
  VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb)
  ON CONFLICT (pool_id, replica) DO UPDATE SET epoch = excluded.epoch, call = excluded.call, at = excluded.at,
    tick = excluded.tick, report = excluded.report, slots = excluded.slots`;

type ShareRecord = Omit<ShareRow, "epoch" | "call"> & { readonly epoch: string; readonly call: string };

export class PgPoolShareStore implements PoolShareStore {
  async open(ctx: Context, poolId: string): Promise<readonly ShareRow[]> {
    await rowsOf(ctx, LOCK, [poolId]);
    const rows = await rowsOf<ShareRecord>(ctx, ROWS, [poolId]);
    return rows.map((row) => ({ ...row, epoch: Number(row.epoch), call: Number(row.call) }));
  }

  async save(ctx: Context, poolId: string, row: ShareRow, gone: readonly string[]): Promise<void> {
    const { replica, epoch, call, at, tick, report, slots } = row;
    const documents = [JSON.stringify(report), JSON.stringify(slots)];
    await rowsOf(ctx, SAVE, [poolId, replica, epoch, call, at, tick, ...documents, gone]);
  }
}
