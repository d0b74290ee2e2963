import type { MigrationInterface, QueryRunner } from "typeorm";

/** Request records by day, their roll-ups, and how far each replica's spool has been taken in. */
export class CreateLedger1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE replica_high_water, usage_daily, request_record`);
    await runner.query(`DROP FUNCTION ledger_begin_day(date)`);
  }
}

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (socle_in_scope(organisation_id))`,
  `CREATE POLICY ${table}_append ON ${table} FOR INSERT WITH CHECK (socle_is_system())`,
];

const UP = [
  // Only ever added to: no UPDATE, no DELETE. Days are those of Paris.
  `CREATE TABLE request_record (
     day date NOT NULL,
     replica text NOT NULL,
     epoch bigint NOT NULL,
     sequence bigint NOT NULL,
     decision_id text NOT NULL,
     at timestamptz NOT NULL,
     organisation_id uuid NOT NULL,
     use_case_id uuid,
     application_id uuid,
     model_id uuid,
     pool_id uuid,
     outcome text NOT NULL,
     code text,
     decision jsonb NOT NULL,
     usage jsonb,
     PRIMARY KEY (day, replica, epoch, sequence)
   ) PARTITION BY RANGE (day)`,
  `CREATE INDEX request_record_newest ON request_record (at DESC, decision_id DESC)`,
  `CREATE INDEX request_record_decision ON request_record (decision_id)`,
  `CREATE INDEX request_record_use_case ON request_record (use_case_id, at DESC)`,
  ...scoped("request_record"),
  `GRANT SELECT, INSERT ON request_record TO socle_app`,

  // The application owns no table, so it cannot make a partition itself. Nothing else is granted on a partition: rows
  // are reached through the parent and its policies only.
  `CREATE FUNCTION ledger_begin_day(wanted date) RETURNS void LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   DECLARE partition text := 'request_record_' || to_char(wanted, 'YYYYMMDD');
   BEGIN
     IF to_regclass(partition) IS NOT NULL THEN RETURN; END IF;
     PERFORM pg_advisory_xact_lock(hashtextextended('ledger_begin_day', 0));
     EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF request_record FOR VALUES FROM (%L) TO (%L)',
                    partition, wanted, wanted + 1);
   END $$`,
  `REVOKE ALL ON FUNCTION ledger_begin_day(date) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION ledger_begin_day(date) TO socle_app`,

  // Integers of small units, so that sums are exact whatever their order.
  `CREATE TABLE usage_daily (
     day date NOT NULL,
     organisation_id uuid NOT NULL,
     use_case_id uuid,
     application_id uuid,
     model_id uuid,
     pool_id uuid,
     requests bigint NOT NULL,
     refused bigint NOT NULL,
     estimated bigint NOT NULL,
     input_tokens bigint NOT NULL,
     cached_input_tokens bigint NOT NULL,
     output_tokens bigint NOT NULL,
     cost_micro_euro bigint NOT NULL,
     gpu_micro_seconds bigint NOT NULL,
     nano_kwh bigint NOT NULL,
     nano_kg_co2eq bigint NOT NULL,
     newest timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX usage_daily_key ON usage_daily
     (day, organisation_id, use_case_id, application_id, model_id, pool_id) NULLS NOT DISTINCT`,
  ...scoped("usage_daily"),
  `CREATE POLICY usage_daily_add ON usage_daily FOR UPDATE
     USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE ON usage_daily TO socle_app`,

  `CREATE TABLE replica_high_water (
     replica text NOT NULL,
     epoch bigint NOT NULL,
     sequence bigint NOT NULL CHECK (sequence >= 0),
     updated_at timestamptz NOT NULL,
     PRIMARY KEY (replica, epoch)
   )`,
  `ALTER TABLE replica_high_water ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE replica_high_water FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY replica_high_water_system ON replica_high_water
     USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT, UPDATE ON replica_high_water TO socle_app`,
];
