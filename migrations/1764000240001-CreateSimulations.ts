import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rules replayed over recorded decisions: what was asked, what it came to, and the decisions that would change. */
export class CreateSimulations1764000240001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE simulation_change, simulation`);
  }
}

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (socle_in_scope(organisation_id))`,
  `CREATE POLICY ${table}_append ON ${table} FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
];

const UP = [
  // Each run covers its organisation's subtree. The rules are kept with it, so that it can be read and run again.
  `CREATE TABLE simulation (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
     progress real NOT NULL CHECK (progress BETWEEN 0 AND 1),
     from_day date NOT NULL,
     to_day date NOT NULL,
     legal_day date,
     candidate jsonb NOT NULL,
     candidate_digest text NOT NULL,
     active jsonb NOT NULL,
     active_digest text NOT NULL,
     result jsonb,
     failure text,
     requested_by text NOT NULL,
     created_at timestamptz NOT NULL,
     heartbeat_at timestamptz NOT NULL,
     finished_at timestamptz,
     cancel_requested boolean NOT NULL DEFAULT false,
     CHECK (from_day <= to_day),
     CHECK ((state = 'running') = (finished_at IS NULL)),
     CHECK ((state = 'done') = (result IS NOT NULL))
   )`,
  `CREATE INDEX simulation_newest ON simulation (created_at DESC, id DESC)`,
  ...scoped("simulation"),
  // What is over can no longer be written, whoever asks.
  `CREATE POLICY simulation_progress ON simulation FOR UPDATE
     USING (state = 'running' AND socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON simulation TO socle_app`,

  `CREATE TABLE simulation_change (
     simulation_id uuid NOT NULL REFERENCES simulation,
     ordinal integer NOT NULL,
     organisation_id uuid NOT NULL,
     ministry_id uuid NOT NULL,
     use_case_id uuid,
     kind text NOT NULL CHECK (kind IN ('refused', 'admitted', 'clamped', 'warned', 'eased', 'pools', 'reasons')),
     cause text NOT NULL CHECK (cause IN ('rules', 'date', 'earlier_rules', 'unknown')),
     rules text[] NOT NULL,
     records bigint NOT NULL CHECK (records > 0),
     served bigint NOT NULL CHECK (served BETWEEN 0 AND records),
     samples text[] NOT NULL,
     PRIMARY KEY (simulation_id, ordinal)
   )`,
  ...scoped("simulation_change"),
  `GRANT SELECT, INSERT ON simulation_change TO socle_app`,
];
