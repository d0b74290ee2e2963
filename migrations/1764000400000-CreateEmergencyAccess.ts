import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Roles that are lent in an emergency: asked for by who will hold them, lent by another, for a day at most, one at a time,
 * and reviewed by a third. The database holds to it whatever the application's statements are.
 */
export class CreateEmergencyAccess1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `CREATE TABLE emergency_access (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     version integer NOT NULL CHECK (version > 0),
     role text NOT NULL CHECK (role IN ('declarant', 'validator', 'ariane_operator', 'ai_cell', 'dsp', 'dgafp',
       'compliance', 'committee', 'auditor', 'observer')),
     hours integer NOT NULL CHECK (hours BETWEEN 1 AND 24),
     reason text NOT NULL,
     state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'withdrawn')),
     proposed_by text NOT NULL,
     proposed_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     decision_reason text,
     ends_at timestamptz,
     reviewed_by text,
     reviewed_at timestamptz,
     finding text,
     CHECK ((state = 'proposed') = (decided_by IS NULL)),
     CHECK ((state = 'proposed') = (decided_at IS NULL)),
     CHECK ((state = 'withdrawn') = (decided_by = proposed_by)),
     CHECK ((state = 'confirmed') = (ends_at IS NOT NULL)),
     CHECK (ends_at >= decided_at AND ends_at <= decided_at + make_interval(hours => hours)),
     CHECK (decided_at < proposed_at + interval '24 hours' OR state <> 'confirmed'),
     CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL) AND (reviewed_by IS NULL) = (finding IS NULL)),
     CHECK (reviewed_at >= ends_at AND reviewed_by NOT IN (proposed_by, decided_by))
   )`,
  // Whoever had one has no other before it is reviewed, so that emergencies do not follow each other into a habit.
  `CREATE UNIQUE INDEX emergency_access_one ON emergency_access (proposed_by)
     WHERE state = 'proposed' OR (state = 'confirmed' AND reviewed_by IS NULL)`,
  `CREATE INDEX emergency_access_organisation ON emergency_access (organisation_id)`,
  `ALTER TABLE emergency_access ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE emergency_access FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY emergency_access_scope ON emergency_access
     USING (socle_in_scope(organisation_id)) WITH CHECK (socle_in_scope(organisation_id))`,
  `GRANT SELECT, INSERT, UPDATE ON emergency_access TO socle_app`,

  `CREATE FUNCTION emergency_access_guard() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     actor text := current_setting('socle.actor', true);
     holds text[] := ARRAY(SELECT role FROM membership held WHERE held.person_id::text = actor
       AND held.valid_from <= now() AND (held.valid_to IS NULL OR now() < held.valid_to));
     answerers text[] := CASE WHEN NEW.role IN ('compliance', 'auditor') THEN ARRAY['compliance']
       ELSE ARRAY['compliance', 'ariane_operator'] END;
   BEGIN
     IF NOT socle_is_person() THEN RETURN NEW; END IF;
     IF TG_OP = 'INSERT' AND NEW.state = 'proposed' AND NEW.proposed_by = actor THEN RETURN NEW; END IF;
     IF TG_OP = 'UPDATE'
       AND (NEW.id, NEW.organisation_id, NEW.role, NEW.hours, NEW.reason, NEW.proposed_by, NEW.proposed_at)
         = (OLD.id, OLD.organisation_id, OLD.role, OLD.hours, OLD.reason, OLD.proposed_by, OLD.proposed_at)
     THEN
       IF OLD.state = 'proposed' AND NEW.decided_by = actor AND NEW.reviewed_by IS NULL
         AND (NEW.state = 'withdrawn' OR holds && answerers) THEN RETURN NEW; END IF;
       IF OLD.state = 'confirmed' AND OLD.reviewed_by IS NULL
         AND (NEW.state, NEW.decided_by, NEW.decided_at, NEW.decision_reason)
           = (OLD.state, OLD.decided_by, OLD.decided_at, OLD.decision_reason)
         AND (('compliance' = ANY (holds) AND NEW.reviewed_by = actor AND NEW.ends_at = OLD.ends_at)
           OR (NEW.reviewed_by IS NULL AND NEW.ends_at < OLD.ends_at
             AND ('compliance' = ANY (holds) OR actor = OLD.proposed_by)))
       THEN RETURN NEW; END IF;
     END IF;
     RAISE EXCEPTION 'an emergency access is asked for by one person, lent by another and reviewed by a third'
       USING ERRCODE = 'insufficient_privilege';
   END $$`,
  `CREATE TRIGGER emergency_access_guard BEFORE INSERT OR UPDATE ON emergency_access
     FOR EACH ROW EXECUTE FUNCTION emergency_access_guard()`,
];

const DOWN = [`DROP TABLE emergency_access`, `DROP FUNCTION emergency_access_guard()`];
