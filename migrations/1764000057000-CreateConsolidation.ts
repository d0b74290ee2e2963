import type { MigrationInterface, QueryRunner } from "typeorm";

/** Throughput profiles on record, and what campaigns say when their needs and capacities are added up. */
export class CreateConsolidation1764000057000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const scoped = (table: string): string[] => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (socle_in_scope(organisation_id))`,
  `CREATE POLICY ${table}_append ON ${table} FOR INSERT WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT ON ${table} TO socle_app`,
];

const UP = [
  // Belongs to the whole platform: everybody may read it. A new measure is a new version.
  `CREATE TABLE throughput_profile (
     id uuid PRIMARY KEY,
     key text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     content jsonb NOT NULL,
     registered_by text NOT NULL,
     registered_at timestamptz NOT NULL,
     UNIQUE (key, version)
   )`,
  `GRANT SELECT, INSERT ON throughput_profile TO socle_app`,

  `CREATE TABLE consolidation (
     id uuid PRIMARY KEY,
     campaign_id uuid NOT NULL REFERENCES campaign,
     state text NOT NULL
       CHECK (state IN ('computing', 'computed', 'reviewed', 'published', 'failed', 'cancelled')),
     progress double precision NOT NULL CHECK (progress BETWEEN 0 AND 1),
     input_digest text CHECK (input_digest ~ '^[0-9a-f]{64}$'),
     report_digest text CHECK (report_digest ~ '^[0-9a-f]{64}$'),
     failure text,
     requested_by text NOT NULL,
     requested_at timestamptz NOT NULL,
     heartbeat_at timestamptz,
     computed_at timestamptz,
     reviewed_by text,
     published_by text,
     published_at timestamptz,
     supplier jsonb,
     version integer NOT NULL CHECK (version > 0),
     CHECK ((state IN ('computed', 'reviewed', 'published')) = (input_digest IS NOT NULL)),
     CHECK ((input_digest IS NULL) = (report_digest IS NULL)),
     CHECK ((input_digest IS NULL) = (supplier IS NULL)),
     CHECK ((state = 'published') = (published_at IS NOT NULL))
   )`,
  `CREATE INDEX consolidation_campaign ON consolidation (campaign_id, requested_at DESC)`,
  // What suppliers may read is told once a campaign: two tellings could be subtracted from each other.
  `CREATE UNIQUE INDEX consolidation_published ON consolidation (campaign_id) WHERE state = 'published'`,
  `CREATE UNIQUE INDEX consolidation_computing ON consolidation (campaign_id) WHERE state = 'computing'`,
  `ALTER TABLE consolidation ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE consolidation FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY consolidation_read ON consolidation FOR SELECT
     USING (state IN ('computed', 'reviewed', 'published') OR current_setting('socle.scope', true) = '*')`,
  `CREATE POLICY consolidation_insert ON consolidation FOR INSERT
     WITH CHECK (current_setting('socle.scope', true) = '*')`,
  `CREATE POLICY consolidation_update ON consolidation FOR UPDATE
     USING (current_setting('socle.scope', true) = '*') WITH CHECK (current_setting('socle.scope', true) = '*')`,
  `GRANT SELECT, INSERT, UPDATE ON consolidation TO socle_app`,
  // What was computed stays as it was; only its review and its publication are added.
  `CREATE FUNCTION consolidation_keep() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.input_digest IS NOT NULL AND (OLD.input_digest, OLD.report_digest, OLD.supplier, OLD.computed_at)
        IS DISTINCT FROM (NEW.input_digest, NEW.report_digest, NEW.supplier, NEW.computed_at) THEN
       RAISE EXCEPTION 'a computed consolidation does not change'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'consolidation_immutable';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER consolidation_keep BEFORE UPDATE ON consolidation
     FOR EACH ROW EXECUTE FUNCTION consolidation_keep()`,

  // Everything, of every ministry: for those who see the whole tree.
  `CREATE TABLE consolidation_report (
     consolidation_id uuid PRIMARY KEY REFERENCES consolidation,
     input jsonb NOT NULL,
     report jsonb NOT NULL
   )`,
  `ALTER TABLE consolidation_report ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE consolidation_report FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY consolidation_report_read ON consolidation_report FOR SELECT
     USING (current_setting('socle.scope', true) = '*')`,
  `CREATE POLICY consolidation_report_append ON consolidation_report FOR INSERT WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT ON consolidation_report TO socle_app`,

  `CREATE TABLE consolidation_cell (
     consolidation_id uuid NOT NULL REFERENCES consolidation,
     organisation_id uuid NOT NULL REFERENCES organisation,
     position integer NOT NULL,
     content jsonb NOT NULL,
     PRIMARY KEY (consolidation_id, position)
   )`,
  ...scoped("consolidation_cell"),

  `CREATE TABLE consolidation_need (
     consolidation_id uuid NOT NULL REFERENCES consolidation,
     organisation_id uuid NOT NULL REFERENCES organisation,
     need_id uuid NOT NULL REFERENCES capacity_need,
     quarter text NOT NULL,
     reference text NOT NULL,
     gpu_type text NOT NULL,
     zone text NOT NULL,
     criticality integer NOT NULL,
     low integer NOT NULL CHECK (low >= 0),
     likely integer NOT NULL CHECK (likely >= low),
     high integer NOT NULL CHECK (high >= likely),
     min_useful integer NOT NULL CHECK (min_useful BETWEEN 0 AND likely),
     granted numeric(12, 2) NOT NULL CHECK (granted >= 0),
     unmet numeric(12, 2) NOT NULL CHECK (unmet >= 0),
     basis text NOT NULL,
     method text NOT NULL,
     PRIMARY KEY (consolidation_id, need_id, quarter),
     CHECK (granted + unmet = likely)
   )`,
  `CREATE INDEX consolidation_need_page ON consolidation_need
     (consolidation_id, reference COLLATE "C", need_id, quarter)`,
  ...scoped("consolidation_need"),
];

const DOWN = [
  `DROP TABLE consolidation_need, consolidation_cell, consolidation_report, consolidation, throughput_profile`,
  `DROP FUNCTION consolidation_keep()`,
];
