import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { STATE_ID } from "../../../tenancy/reads/organisations.js";
import type { LogName } from "../../domain/log-name.js";
import type { LogSalts, StoredEntry } from "../../ports/log-salts.port.js";

interface Row extends Omit<StoredEntry, "index"> {
  readonly index: string | null;
}

export class PgLogSalts implements LogSalts {
  async find(ctx: Context, log: LogName, entryId: string): Promise<StoredEntry | null> {
    const [row] = await rowsOf<Row>(ctx, `SELECT * FROM log_entry_opening($1, $2)`, [log, entryId]);
    return row?.index == null ? null : { ...row, index: Number(row.index) };
  }

  async ask(ctx: Context, log: LogName, entryId: string): Promise<void> {
    await rowsOf(ctx, `INSERT INTO salt_erasure (log, entry_id, asked_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
      log,
      entryId,
      actorRef(ctx.actor),
    ]);
  }

  async askedBy(ctx: Context, log: LogName, entryId: string, since: Date): Promise<readonly string[]> {
    const rows = await rowsOf<{ person: string }>(
      ctx,
      `SELECT DISTINCT asked_by AS person FROM salt_erasure WHERE log = $1 AND entry_id = $2 AND asked_at > $3 ORDER BY 1`,
      [log, entryId, since],
    );
    return rows.map(({ person }) => person);
  }

  async erase(ctx: Context, log: LogName, entryId: string): Promise<boolean> {
    const [row] = await rowsOf<{ index: string | null }>(ctx, `SELECT log_entry_erase($1, $2) AS index`, [
      log,
      entryId,
    ]);
    return row?.index != null;
  }

  async stateId(ctx: Context): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${STATE_ID} AS state`);
    if (row === undefined) throw new Error("There is no State that acts on the logs are recorded under.");
    return row.id;
  }
}
