import type { MigrationInterface, QueryRunner } from "typeorm";

/** Remarks on consolidations, by those who read every ministry's figures; never changed. */
export class CreateConsolidationComments1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE consolidation_comment");
  }
}

const SEES_ALL = "current_setting('socle.scope', true) = '*'";

const UP = [
  `CREATE TABLE consolidation_comment (
     id uuid PRIMARY KEY,
     consolidation_id uuid NOT NULL REFERENCES consolidation,
     at timestamptz NOT NULL,
     by text NOT NULL,
     part text CHECK (length(part) BETWEEN 1 AND 64),
     body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000)
   )`,
  `CREATE INDEX consolidation_comment_page ON consolidation_comment (consolidation_id, at, id)`,
  // A remark may name a ministry's figures: whoever sees less than the whole tree sees none.
  `ALTER TABLE consolidation_comment ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE consolidation_comment FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY consolidation_comment_read ON consolidation_comment FOR SELECT USING (${SEES_ALL})`,
  `CREATE POLICY consolidation_comment_append ON consolidation_comment FOR INSERT WITH CHECK (${SEES_ALL})`,
  `GRANT SELECT, INSERT ON consolidation_comment TO socle_app`,
];
