import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import type { PublishedSnapshot } from "../../domain/snapshot.js";
import { KEPT_SNAPSHOTS, type SnapshotStore } from "../../ports/snapshot-store.port.js";

interface SnapshotRow extends Omit<PublishedSnapshot, "number"> {
  readonly number: string;
}

export class PgSnapshotStore implements SnapshotStore {
  async latest(ctx: Context): Promise<PublishedSnapshot | null> {
    const [row] = await rowsOf<SnapshotRow>(
      ctx,
      `SELECT number, issued_at AS "issuedAt", content_digest AS "contentDigest", payload, signature
       FROM snapshot ORDER BY number DESC LIMIT 1`,
    );
    return row === undefined ? null : { ...row, number: Number(row.number) };
  }

  async publish(ctx: Context, snapshot: PublishedSnapshot): Promise<boolean> {
    const written = await countOf(
      ctx,
      `INSERT INTO snapshot (number, issued_at, content_digest, payload, signature)
       SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM snapshot WHERE number >= $1)
       ON CONFLICT (number) DO NOTHING`,
      [snapshot.number, snapshot.issuedAt, snapshot.contentDigest, snapshot.payload, snapshot.signature],
    );
    if (written === 0) return false;
    await countOf(ctx, "DELETE FROM snapshot WHERE number <= $1", [snapshot.number - KEPT_SNAPSHOTS]);
    return true;
  }
}
