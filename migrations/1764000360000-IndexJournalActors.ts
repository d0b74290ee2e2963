import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who acted is asked for by the journal's filter, and what somebody did is read newest first. */
export class IndexJournalActors1764000360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX governance_event_actor ON governance_event (actor, at DESC, id DESC)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX governance_event_actor");
  }
}
