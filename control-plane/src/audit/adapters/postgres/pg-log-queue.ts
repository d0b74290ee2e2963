import type { DataSource, QueryRunner } from "typeorm";
import type { LogName } from "../../domain/log-name.js";
import type {
  EntryName,
  LogIndex,
  LogQueue,
  LogQueueDoor,
  NumberedEntry,
  QueueStanding,
} from "../../ports/log-queue.port.js";

interface Row {
  readonly entry_id: string;
  readonly index: string;
  readonly salt: Buffer | null;
  readonly source: Readonly<Record<string, unknown>>;
}

const entryOf = (row: Row): NumberedEntry => ({
  entryId: row.entry_id,
  index: Number(row.index),
  salt: row.salt,
  source: row.source,
});

/** Each log has one sequencer in all control planes: whoever holds the lock, which dies with its connection. */
export class PgLogQueueDoor implements LogQueueDoor {
  constructor(private readonly dataSource: DataSource) {}

  async enter(log: LogName): Promise<{ readonly queue: LogQueue; leave(): Promise<void> } | null> {
    const runner = this.dataSource.createQueryRunner();
    const leave = async (): Promise<void> => {
      await runner.query(`SELECT pg_advisory_unlock(hashtextextended($1, 0))`, [lockName(log)]).catch(() => undefined);
      await runner.query(`SELECT set_config('socle.actor', '', false)`).catch(() => undefined);
      await runner.release();
    };
    const [row] = (await runner.query(
      `SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held, set_config('socle.actor', 'system:audit', false)`,
      [lockName(log)],
    )) as [{ held: boolean }];
    if (row.held) return { queue: new PgLogQueue(runner), leave };
    await leave();
    return null;
  }
}

const lockName = (log: LogName): string => `socle log ${log}`;

class PgLogQueue implements LogQueue {
  constructor(private readonly runner: QueryRunner) {}

  async unpublished(log: LogName): Promise<readonly NumberedEntry[]> {
    const rows = (await this.runner.query(
      `SELECT entry_id, index, salt, source FROM log_entry
       WHERE log = $1 AND source IS NOT NULL AND index IS NOT NULL ORDER BY index LIMIT 4096`,
      [log],
    )) as Row[];
    return rows.map(entryOf);
  }

  async number(log: LogName, first: number, limit: number): Promise<readonly NumberedEntry[]> {
    const [rows] = (await this.runner.query(
      `WITH oldest AS (
         SELECT seq, $2::bigint + row_number() OVER (ORDER BY seq) - 1 AS place
         FROM (SELECT seq FROM log_entry WHERE log = $1 AND index IS NULL ORDER BY seq LIMIT $3) AS waiting)
       UPDATE log_entry SET index = place FROM oldest WHERE log_entry.seq = oldest.seq
       RETURNING entry_id, index, salt, source`,
      [log, first, limit],
    )) as [Row[], number];
    return rows.map(entryOf).toSorted((left, right) => left.index - right.index);
  }

  async published(log: LogName, size: number): Promise<void> {
    await this.runner.query(`UPDATE log_entry SET source = NULL WHERE log = $1 AND source IS NOT NULL AND index < $2`, [
      log,
      size,
    ]);
  }

  async standing(log: LogName): Promise<QueueStanding> {
    const [row] = (await this.runner.query(
      `SELECT (SELECT max(index) + 1 FROM log_entry WHERE log = $1) AS numbered,
         (SELECT index + 1 FROM log_entry WHERE log = $1 AND index IS NOT NULL AND source IS NULL
          ORDER BY index DESC LIMIT 1) AS published`,
      [log],
    )) as [{ numbered: string | null; published: string | null }];
    return { numbered: Number(row.numbered ?? 0), published: Number(row.published ?? 0) };
  }

  async entryAt(log: LogName, index: number): Promise<string | null> {
    const [row] = (await this.runner.query(`SELECT entry_id FROM log_entry WHERE log = $1 AND index = $2`, [
      log,
      index,
    ])) as [{ entry_id: string }?];
    return row?.entry_id ?? null;
  }
}

export class PgLogIndex implements LogIndex {
  constructor(private readonly dataSource: DataSource) {}

  /** Published entries only: what has an index and still its source is in no checkpoint yet. */
  async find(log: LogName, name: EntryName): Promise<number | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(
        `SELECT set_config('socle.actor', 'system:audit', true), set_config('socle.scope', '*', true)`,
      );
      const [id, asked] = "entryId" in name ? [name.entryId, "$2"] : [name.decisionId, "inference_entry($2)"];
      const [row] = (await runner.query(
        `SELECT index FROM log_entry WHERE log = $1 AND entry_id = ${asked} AND index IS NOT NULL AND source IS NULL`,
        [log, id],
      )) as [{ index: string }?];
      await runner.commitTransaction();
      return row === undefined ? null : Number(row.index);
    } finally {
      await runner.release();
    }
  }
}
