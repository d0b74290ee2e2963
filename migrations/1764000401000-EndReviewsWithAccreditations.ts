import type { MigrationInterface, QueryRunner } from "typeorm";

/** An accreditation is looked at again on the day after it ends, whatever later day somebody wrote for its review. */
export class EndReviewsWithAccreditations1764000401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE assessment SET review_on = (answers ->> 'endsOn')::date + 1, version = version + 1
       WHERE kind = 'homologation' AND state <> 'superseded'
         AND (review_on IS NULL OR review_on > (answers ->> 'endsOn')::date + 1)`,
    );
  }

  /** The later days were wrong; nothing is put back. */
  async down(): Promise<void> {}
}
