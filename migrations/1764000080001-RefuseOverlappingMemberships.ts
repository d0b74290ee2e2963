import type { MigrationInterface, QueryRunner } from "typeorm";

/** A person holds a role in an organisation once at any time, also when two give it at the same moment. */
export class RefuseOverlappingMemberships1764000080001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER membership_refuse_overlap ON membership`);
    await runner.query(`DROP FUNCTION membership_refuse_overlap()`);
  }
}

const UP = [
  // Those who give the same role to the same person wait for each other; the second then sees what the first gave.
  `CREATE FUNCTION membership_refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.person_id::text || NEW.organisation_id::text || NEW.role, 0));
     IF EXISTS (SELECT FROM membership held
                WHERE held.person_id = NEW.person_id AND held.organisation_id = NEW.organisation_id
                  AND held.role = NEW.role AND held.id <> NEW.id
                  AND tstzrange(held.valid_from, held.valid_to) && tstzrange(NEW.valid_from, NEW.valid_to)) THEN
       RAISE EXCEPTION 'membership is held already'
         USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'membership_once';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER membership_refuse_overlap BEFORE INSERT OR UPDATE OF valid_from, valid_to ON membership
     FOR EACH ROW EXECUTE FUNCTION membership_refuse_overlap()`,
];
