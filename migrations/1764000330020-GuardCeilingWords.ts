import type { MigrationInterface, QueryRunner } from "typeorm";

/** The second wall: a budget or a limit in a unit that no scheduler counts would bound nothing. */
export class GuardCeilingWords1764000330020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE budget ADD CONSTRAINT budget_unit_known
      CHECK (unit IN ('token', 'micro_euro', 'gpu_milli_second', 'mg_co2e'))`);
    await runner.query(`ALTER TABLE usage_limit ADD CONSTRAINT usage_limit_kind_known
      CHECK (kind IN ('concurrency', 'rpm', 'rpd', 'tpm', 'tpd'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE usage_limit DROP CONSTRAINT usage_limit_kind_known`);
    await runner.query(`ALTER TABLE budget DROP CONSTRAINT budget_unit_known`);
  }
}
