import type { DataSource, QueryRunner } from "typeorm";
import type { LogName } from "../../domain/log-name.js";
import type { TileWrite } from "../../domain/tiles/tile-tree.js";
import { CHECKPOINT_PATH, type LogStorage } from "../../ports/log-storage.port.js";

const STORE = `INSERT INTO log_file (log, path, bytes)
  SELECT $1, path, bytes FROM unnest($2::text[], $3::bytea[]) AS given (path, bytes)
  ON CONFLICT (log, path) DO UPDATE SET bytes = excluded.bytes`;

/**
 * The log's files as rows, for control planes that share no folder. One transaction a write: what it resolves for is on
 * the database's disk, and in its backups, where a log restored with its queue is one and the same.
 */
export class PgLogStorage implements LogStorage {
  constructor(private readonly dataSource: DataSource) {}

  async read(log: LogName, path: string): Promise<Uint8Array | null> {
    const [row] = await this.inTransaction<{ bytes: Buffer }>(
      `SELECT bytes FROM log_file WHERE log = $1 AND path = $2`,
      [log, path],
    );
    return row?.bytes ?? null;
  }

  async write(log: LogName, writes: readonly TileWrite[]): Promise<void> {
    // Of a path that is written twice in one append the last one stands, as it would in a folder.
    const last = new Map(writes.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
    if (last.size > 0) await this.inTransaction(STORE, [log, [...last.keys()], [...last.values()]]);
  }

  async publish(log: LogName, note: string, path = CHECKPOINT_PATH): Promise<void> {
    await this.inTransaction(STORE, [log, [path], [Buffer.from(note)]]);
  }

  async remove(log: LogName, paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    await this.inTransaction(
      `DELETE FROM log_file WHERE log = $1 AND EXISTS (SELECT FROM unnest($2::text[]) AS gone (path)
         WHERE log_file.path = gone.path OR starts_with(log_file.path, gone.path || '/'))`,
      [log, [...paths]],
    );
  }

  private async inTransaction<Row>(statement: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    const runner: QueryRunner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`SELECT set_config('socle.actor', 'system:audit', true)`);
      const result = await runner.query(statement, [...parameters], true);
      await runner.commitTransaction();
      return (result.records ?? []) as Row[];
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
