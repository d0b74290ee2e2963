import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Roles of the compliance cell and of auditors begin and end by two people, one of them of the cell and neither the person
 * concerned. The database holds to it whatever the application's statements are; the platform itself founds the cell.
 */
export class CountersignRoles1764000391000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE membership_change (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     act text NOT NULL CHECK (act IN ('give', 'end')),
     membership_id uuid NOT NULL,
     person_id uuid NOT NULL REFERENCES person,
     role text NOT NULL CHECK (role IN ('compliance', 'auditor')),
     valid_from timestamptz NOT NULL,
     valid_to timestamptz CHECK (valid_to > valid_from),
     reason text NOT NULL,
     state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'withdrawn')),
     proposed_by text NOT NULL CHECK (proposed_by <> person_id::text),
     proposed_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     CHECK ((state = 'proposed') = (decided_by IS NULL)),
     CHECK ((state = 'proposed') = (decided_at IS NULL)),
     CHECK ((state = 'withdrawn') = (decided_by = proposed_by)),
     CHECK (state = 'withdrawn' OR decided_by <> person_id::text)
   )`,
  `CREATE UNIQUE INDEX membership_change_waiting ON membership_change (person_id, organisation_id, role)
     WHERE state = 'proposed'`,
  `CREATE INDEX membership_change_organisation ON membership_change (organisation_id)`,
  `CREATE INDEX membership_change_membership ON membership_change (membership_id)`,
  `ALTER TABLE membership_change ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE membership_change FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY membership_change_scope ON membership_change
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON membership_change TO socle_app`,

  `CREATE FUNCTION socle_is_person() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce(current_setting('socle.actor', true), '') <> '' AND NOT socle_is_system() $$`,

  // Nobody proposes or decides in another's name, nothing that was proposed is written over, and the cell alone answers.
  `CREATE FUNCTION membership_change_guard() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     actor text := current_setting('socle.actor', true);
   BEGIN
     IF NOT socle_is_person() THEN RETURN NEW; END IF;
     IF TG_OP = 'INSERT' AND NEW.state = 'proposed' AND NEW.proposed_by = actor THEN RETURN NEW; END IF;
     IF TG_OP = 'UPDATE' AND OLD.state = 'proposed' AND NEW.decided_by = actor
       AND (NEW.id, NEW.organisation_id, NEW.act, NEW.membership_id, NEW.person_id, NEW.role, NEW.valid_from, NEW.reason,
            NEW.proposed_by, NEW.proposed_at)
         = (OLD.id, OLD.organisation_id, OLD.act, OLD.membership_id, OLD.person_id, OLD.role, OLD.valid_from, OLD.reason,
            OLD.proposed_by, OLD.proposed_at)
       AND NEW.valid_to IS NOT DISTINCT FROM OLD.valid_to
       AND (NEW.state = 'withdrawn' OR EXISTS (SELECT FROM membership held
              WHERE held.person_id::text = actor AND held.role = 'compliance' AND held.valid_from <= NEW.decided_at
                AND (held.valid_to IS NULL OR NEW.decided_at < held.valid_to)))
     THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'a role is proposed by one person and decided by another of the compliance cell'
       USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER membership_change_guard BEFORE INSERT OR UPDATE ON membership_change
     FOR EACH ROW EXECUTE FUNCTION membership_change_guard()`,

  `CREATE FUNCTION membership_countersigned() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NOT socle_is_person() THEN RETURN NULL; END IF;
     IF TG_OP = 'UPDATE' AND (NEW.person_id, NEW.organisation_id, NEW.role, NEW.valid_from)
          <> (OLD.person_id, OLD.organisation_id, OLD.role, OLD.valid_from) THEN
       RAISE EXCEPTION 'a membership keeps its person, its organisation, its role and its beginning'
         USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF NEW.role NOT IN ('compliance', 'auditor') OR EXISTS (SELECT FROM membership_change agreed
          WHERE agreed.membership_id = NEW.id AND agreed.state = 'confirmed'
            AND agreed.act = CASE TG_OP WHEN 'INSERT' THEN 'give' ELSE 'end' END
            AND agreed.decided_by = current_setting('socle.actor', true)
            AND (agreed.person_id, agreed.organisation_id, agreed.role)
              = (NEW.person_id, NEW.organisation_id, NEW.role)) THEN RETURN NULL;
     END IF;
     RAISE EXCEPTION 'the role takes a countersignature' USING ERRCODE = 'insufficient_privilege';
   END $$`,
  // After, not before: a membership is saved by an insert that turns into an update.
  `CREATE TRIGGER membership_countersigned AFTER INSERT OR UPDATE ON membership
     FOR EACH ROW EXECUTE FUNCTION membership_countersigned()`,
];

const DOWN = [
  `DROP TRIGGER membership_countersigned ON membership`,
  `DROP TABLE membership_change`,
  `DROP FUNCTION membership_countersigned()`,
  `DROP FUNCTION membership_change_guard()`,
  `DROP FUNCTION socle_is_person()`,
];
