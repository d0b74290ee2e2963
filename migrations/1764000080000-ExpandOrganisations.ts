import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations sort by a stored key and keep what they were called, and where they stood, before each change. */
export class ExpandOrganisations1764000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE organisation
     ADD name_key text COLLATE "C" GENERATED ALWAYS AS (socle_fold(name)) STORED,
     ADD changed_at timestamptz`,

  // One row for each state that an organisation is not in any more, from inclusive, to exclusive; only ever added to.
  `CREATE TABLE organisation_past (
     organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
     version integer NOT NULL,
     since timestamptz NOT NULL,
     until timestamptz NOT NULL,
     slug text NOT NULL,
     name text NOT NULL,
     acronym text,
     kind text NOT NULL,
     parent_id uuid,
     siren text,
     siret text,
     PRIMARY KEY (organisation_id, version),
     CHECK (since <= until)
   )`,
  `ALTER TABLE organisation_past ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE organisation_past FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY organisation_past_scope ON organisation_past FOR SELECT
     USING (socle_in_scope(organisation_id) OR socle_above_scope(organisation_id))`,
  `CREATE POLICY organisation_past_keep ON organisation_past FOR INSERT WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT ON organisation_past TO socle_app`,

  // The application says since when a change holds (socle.effective); without a word it holds from now.
  `CREATE FUNCTION organisation_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE at timestamptz := coalesce(nullif(current_setting('socle.effective', true), '')::timestamptz, now());
   BEGIN
     IF (NEW.slug, NEW.name, NEW.acronym, NEW.kind, NEW.parent_id, NEW.siren, NEW.siret)
        IS NOT DISTINCT FROM (OLD.slug, OLD.name, OLD.acronym, OLD.kind, OLD.parent_id, OLD.siren, OLD.siret) THEN
       RETURN NEW;
     END IF;
     at := greatest(at, coalesce(OLD.changed_at, OLD.valid_from));
     INSERT INTO organisation_past
       VALUES (OLD.id, OLD.version, coalesce(OLD.changed_at, OLD.valid_from), at,
         OLD.slug, OLD.name, OLD.acronym, OLD.kind, OLD.parent_id, OLD.siren, OLD.siret);
     NEW.changed_at := at;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER organisation_keep_past BEFORE UPDATE ON organisation
     FOR EACH ROW EXECUTE FUNCTION organisation_keep_past()`,

  // A successor chain ends: nothing succeeds to itself, however far.
  `CREATE FUNCTION organisation_refuse_succession_cycle() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     IF NEW.successor_id IS NOT NULL AND EXISTS (
       WITH RECURSIVE chain (id) AS (
         SELECT NEW.successor_id
         UNION SELECT o.successor_id FROM organisation o JOIN chain ON o.id = chain.id WHERE o.successor_id IS NOT NULL
       ) SELECT FROM chain WHERE chain.id = NEW.id) THEN
       RAISE EXCEPTION 'succession of organisations would have a cycle'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_succession_cycle';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER organisation_refuse_succession_cycle AFTER INSERT OR UPDATE OF successor_id ON organisation
     FOR EACH ROW EXECUTE FUNCTION organisation_refuse_succession_cycle()`,

  // One row for each reading of another body's detail. Nobody changes one; the body that was read may see it.
  `CREATE TABLE detail_read (
     id uuid PRIMARY KEY,
     at timestamptz NOT NULL,
     reader text NOT NULL,
     subject_type text NOT NULL,
     subject_id text NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation
   )`,
  `CREATE INDEX detail_read_newest ON detail_read (at DESC, id DESC)`,
  `CREATE INDEX detail_read_organisation ON detail_read (organisation_id, at DESC)`,
  `ALTER TABLE detail_read ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE detail_read FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY detail_read_scope ON detail_read FOR SELECT USING (socle_in_scope(organisation_id))`,
  `CREATE POLICY detail_read_append ON detail_read FOR INSERT WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT ON detail_read TO socle_app`,
];

const DOWN = [
  `DROP TABLE detail_read`,
  `DROP TRIGGER organisation_refuse_succession_cycle ON organisation`,
  `DROP FUNCTION organisation_refuse_succession_cycle()`,
  `DROP TRIGGER organisation_keep_past ON organisation`,
  `DROP FUNCTION organisation_keep_past()`,
  `DROP TABLE organisation_past`,
  `ALTER TABLE organisation DROP changed_at, DROP name_key`,
];
