import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which reminders of a record's day were sent; another day is reminded of anew. */
export class CreatePlanReminder1764000381000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plan_reminder`);
  }
}

const UP = [
  `CREATE TABLE plan_reminder (
     record_id uuid NOT NULL REFERENCES plan_record,
     due_on date NOT NULL,
     days integer NOT NULL CHECK (days >= 0),
     sent_at timestamptz NOT NULL,
     PRIMARY KEY (record_id, due_on, days)
   )`,
  `ALTER TABLE plan_reminder ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE plan_reminder FORCE ROW LEVEL SECURITY`,
  // The platform's own: people read nothing of it and write nothing to it.
  `CREATE POLICY plan_reminder_platform ON plan_reminder USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT, INSERT ON plan_reminder TO socle_app`,
];
