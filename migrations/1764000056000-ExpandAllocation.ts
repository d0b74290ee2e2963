import type { MigrationInterface, QueryRunner } from "typeorm";

/** How critical a node is when less lives than was promised, and how much its past use counts against it. */
export class ExpandAllocation1764000056000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE allocation
        ADD COLUMN criticality smallint NOT NULL DEFAULT 4 CHECK (criticality BETWEEN 1 AND 4),
        ADD COLUMN history_factor double precision NOT NULL DEFAULT 0 CHECK (history_factor BETWEEN 0 AND 100)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE allocation DROP COLUMN criticality, DROP COLUMN history_factor`);
  }
}
