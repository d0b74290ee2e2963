import type { MigrationInterface, QueryRunner } from "typeorm";

const states = (...names: string[]): string => names.map((name) => `'${name}'`).join(", ");
const FORMER = ["open", "investigating", "mitigated", "closed"];

/** An application may report an incident, which waits for a person to confirm it. */
export class ExpandIncidentStates1764000393300 implements MigrationInterface {
  up = (runner: QueryRunner): Promise<void> => allow(runner, ["reported", ...FORMER]);

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('socle.scope', '*', true)`);
    await runner.query(`UPDATE incident SET state = 'open' WHERE state = 'reported'`);
    await allow(runner, FORMER);
  }
}

async function allow(runner: QueryRunner, names: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE incident DROP CONSTRAINT incident_state_check`);
  await runner.query(`ALTER TABLE incident ADD CONSTRAINT incident_state_check CHECK (state IN (${states(...names)}))`);
}
