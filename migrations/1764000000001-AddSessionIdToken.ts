import type { MigrationInterface, QueryRunner } from "typeorm";

/** Signing out at the identity provider needs the token that it signed in with; kept sealed, as it names a person. */
export class AddSessionIdToken1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN id_token_sealed text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN id_token_sealed`);
  }
}
