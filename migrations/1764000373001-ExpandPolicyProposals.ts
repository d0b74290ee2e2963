import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whether the author of a proposal signed for the compliance cell; what was proposed before waits for the cell. */
export class ExpandPolicyProposals1764000373001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE policy_proposal ADD COLUMN compliance_signed boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE policy_proposal DROP COLUMN compliance_signed`);
  }
}
