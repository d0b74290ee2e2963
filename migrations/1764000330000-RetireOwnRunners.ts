import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Work that people ask for is carried out by the queue of jobs, which knows who works and who is gone: the records keep
 * how far it is and what came of it. What was under way when this is applied is over, and can be asked for again.
 */
export class RetireOwnRunners1764000330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const AGAIN = `'Interrupted by an update; ask for it again.'`;

const UP = [
  `SELECT set_config('socle.scope', '*', true), set_config('socle.actor', 'system:migration', true)`,
  `UPDATE capacity_import SET state = 'failed', failure_code = 'import.interrupted', failure_message = ${AGAIN},
     finished_at = now(), version = version + 1 WHERE state IN ('received', 'reading')`,
  `UPDATE consolidation SET state = 'failed', failure = ${AGAIN}, version = version + 1 WHERE state = 'computing'`,
  `UPDATE round_job SET state = 'failed', failure = 'round_job.interrupted', finished_at = now() WHERE state = 'running'`,
  `UPDATE simulation SET state = 'failed', failure = 'simulation.interrupted', finished_at = now()
     WHERE state = 'running'`,
  `ALTER TABLE capacity_import DROP COLUMN heartbeat_at, DROP COLUMN attempts`,
  `ALTER TABLE consolidation DROP COLUMN heartbeat_at`,
  `ALTER TABLE round_job DROP COLUMN heartbeat_at, DROP COLUMN cancel_requested`,
  `ALTER TABLE simulation DROP COLUMN heartbeat_at, DROP COLUMN cancel_requested`,
];
const DOWN = [
  `ALTER TABLE capacity_import ADD COLUMN heartbeat_at timestamptz, ADD COLUMN attempts integer NOT NULL DEFAULT 0`,
  `ALTER TABLE consolidation ADD COLUMN heartbeat_at timestamptz`,
  `ALTER TABLE round_job ADD COLUMN heartbeat_at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false`,
  `ALTER TABLE simulation ADD COLUMN heartbeat_at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false`,
];
