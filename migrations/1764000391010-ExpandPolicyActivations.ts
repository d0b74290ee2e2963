import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who looked at which simulation, and what an activation went by. */
export class ExpandPolicyActivations1764000391010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE policy_activation DROP COLUMN simulation_id, DROP COLUMN waiver`);
    await runner.query(`DROP TABLE simulation_opening`);
  }
}

const UP = [
  // Nobody looks in another's name, and what was looked at stays so.
  `CREATE TABLE simulation_opening (
     simulation_id uuid NOT NULL REFERENCES simulation,
     reader text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (simulation_id, reader)
   )`,
  `ALTER TABLE simulation_opening ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE simulation_opening FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY simulation_opening_read ON simulation_opening FOR SELECT
     USING (EXISTS (SELECT FROM simulation WHERE simulation.id = simulation_id))`,
  `CREATE POLICY simulation_opening_append ON simulation_opening FOR INSERT
     WITH CHECK (reader = current_setting('socle.actor', true)
       AND EXISTS (SELECT FROM simulation WHERE simulation.id = simulation_id AND state = 'done'))`,
  `GRANT SELECT, INSERT ON simulation_opening TO socle_app`,
  `ALTER TABLE policy_activation ADD COLUMN simulation_id uuid REFERENCES simulation, ADD COLUMN waiver text`,
];
