import type { MigrationInterface, QueryRunner } from "typeorm";

const kinds = (...names: string[]): string => names.map((name) => `'${name}'`).join(", ");
const FORMER = ["state", "ministry", "direction", "operator", "authority"];

/** Texts bind some bodies and not others: public interest groups, and bodies that article 31 of the SREN law leaves out. */
export class ExpandOrganisationKinds1764000382001 implements MigrationInterface {
  up = (runner: QueryRunner): Promise<void> => allow(runner, [...FORMER, "gip", "other_body"]);

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('socle.scope', '*', true)`);
    await runner.query(`UPDATE organisation SET kind = 'authority' WHERE kind IN (${kinds("gip", "other_body")})`);
    await allow(runner, FORMER);
  }
}

async function allow(runner: QueryRunner, names: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check`);
  await runner.query(
    `ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK (kind IN (${kinds(...names)}))`,
  );
}
