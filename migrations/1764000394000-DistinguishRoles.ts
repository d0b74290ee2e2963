import type { MigrationInterface, QueryRunner } from "typeorm";

const names = (...of: string[]): string => of.map((name) => `'${name}'`).join(", ");
const ROLES = ["declarant", "validator", "ariane_operator", "ai_cell", "compliance", "committee", "auditor"];
const NEW_ROLES = ["dsp", "dgafp", "observer"];
const STATES = ["proposed", "assessed", "approved", "deprecated", "retired", "refused"];

/**
 * The directorates of the AI cell and observers are roles of their own; a ministry stands for a model that its declarant
 * proposes; the compliance cell may keep a pool closed.
 */
export class DistinguishRoles1764000394000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, "membership", "role", [...ROLES, ...NEW_ROLES]);
    await allow(runner, "model", "state", [...STATES, "validated"]);
    await runner.query(
      `ALTER TABLE pool ADD COLUMN veto_by text, ADD COLUMN veto_at timestamptz, ADD COLUMN veto_reason text,
         ADD CONSTRAINT pool_veto_check CHECK (
           (veto_by IS NULL) = (veto_at IS NULL) AND (veto_by IS NULL) = (veto_reason IS NULL)
           AND (veto_by IS NULL OR NOT active))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('socle.scope', '*', true)`);
    await runner.query(`DELETE FROM membership WHERE role IN (${names(...NEW_ROLES)})`);
    await runner.query(`UPDATE model SET state = 'proposed' WHERE state = 'validated'`);
    await allow(runner, "membership", "role", ROLES);
    await allow(runner, "model", "state", STATES);
    await runner.query(`ALTER TABLE pool DROP COLUMN veto_by, DROP COLUMN veto_at, DROP COLUMN veto_reason`);
  }
}

async function allow(runner: QueryRunner, table: string, column: string, values: readonly string[]): Promise<void> {
  const constraint = `${table}_${column}_check`;
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`);
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} CHECK (${column} IN (${names(...values)}))`);
}
