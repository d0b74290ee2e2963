import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the compliance cell found who looked for an offer that makes a derogation needless; a granted one may end earlier. */
export class CreateMarketSearch1764000393200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE market_search`);
    await runner.query(`REVOKE UPDATE (ends_on) ON derogation_notice FROM socle_app`);
  }
}

const UP = [
  `CREATE TABLE market_search (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     use_case_id uuid NOT NULL REFERENCES use_case,
     search_key text NOT NULL,
     due_key text COLLATE "C",
     rule text NOT NULL CHECK (rule ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
     offer text CHECK (offer <> ''),
     found_on date NOT NULL,
     reference text NOT NULL,
     state text NOT NULL CHECK (state IN ('standing', 'withdrawn')),
     found_by text NOT NULL,
     found_at timestamptz NOT NULL,
     withdrawn_by text CHECK (withdrawn_by <> found_by),
     withdrawn_reason text,
     CHECK ((withdrawn_by IS NULL) = (state = 'standing')),
     CHECK (found_on <= (found_at AT TIME ZONE 'Europe/Paris')::date)
   )`,
  `CREATE INDEX market_search_use_case ON market_search (use_case_id)`,
  `CREATE INDEX market_search_organisation ON market_search (organisation_id)`,
  `ALTER TABLE market_search ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE market_search FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY market_search_read ON market_search FOR SELECT
     USING ((SELECT socle_sees_all()) OR organisation_id IN (SELECT socle_scope_organisations()))`,
  `CREATE POLICY market_search_insert ON market_search FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `CREATE POLICY market_search_update ON market_search FOR UPDATE
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON market_search TO socle_app`,
  `GRANT UPDATE (ends_on) ON derogation_notice TO socle_app`,
];
