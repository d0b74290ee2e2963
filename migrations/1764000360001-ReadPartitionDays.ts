import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Whichever table a plan reads first, the day of a partition is only ever compared as text: a plan that read all names
 * of the catalogue before it knew the partitions made a date of each of them, and failed at the first that has none.
 */
export class ReadPartitionDays1764000360001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rewritten(runner, AS_DATE, AS_TEXT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewritten(runner, AS_TEXT, AS_DATE);
  }
}

const DROPPING = "retention_request_record(timestamptz, integer, boolean, boolean)";
const AS_DATE = "to_date(right(c.relname, 8), 'YYYYMMDD') < until";
const AS_TEXT = "right(c.relname, 8) < to_char(until, 'YYYYMMDD')";

/** The function as it stands, with one condition written in the other way; its grants stay. */
async function rewritten(runner: QueryRunner, before: string, after: string): Promise<void> {
  const [held] = (await runner.query("SELECT pg_get_functiondef($1::regprocedure) AS body", [DROPPING])) as {
    readonly body: string;
  }[];
  if (held === undefined || !held.body.includes(before)) throw new Error(`${DROPPING} does not read: ${before}`);
  await runner.query(held.body.replace(before, after));
}
