import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What is kept for a time and then dropped, with the least time and the conditions that no setting passes by: records whose
 * entries are not published yet, replicas that hold something or are alive, stay however short somebody sets it.
 */
export class CreateRetention1764000330010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TABLES = ["request_record", "lease_call", "replica_high_water", "creation_receipt"];
const SIGNATURE = "(before timestamptz, at_most integer, dry boolean)";

/** The application owns no table and may delete from few: each of these deletes what it names, for the platform alone. */
const drops = (table: string, declared: string, body: string): string[] => [
  `CREATE FUNCTION retention_${table}${SIGNATURE} RETURNS bigint LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
   DECLARE ${declared} dropped bigint := 0;
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     ${body}
     RETURN dropped;
   END $$`,
  `REVOKE ALL ON FUNCTION retention_${table}(timestamptz, integer, boolean) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION retention_${table}(timestamptz, integer, boolean) TO socle_app`,
];

/** `due` names key columns of rows to go, oldest first, those that somebody works on left for the next time. */
const rowsOf = (table: string, key: string, due: string): string[] =>
  drops(
    table,
    "",
    `IF dry THEN SELECT count(*) INTO dropped FROM (${due} LIMIT at_most) AS due;
     ELSE
       WITH due AS MATERIALIZED (${due} LIMIT at_most FOR UPDATE OF it SKIP LOCKED)
         DELETE FROM ${table} USING due WHERE (${key.replaceAll(/\w+/g, `${table}.$&`)}) = (${key.replaceAll(/\w+/g, "due.$&")});
       GET DIAGNOSTICS dropped = ROW_COUNT;
     END IF;`,
  );

const PARIS_DAY = (instant: string): string => `((${instant}) AT TIME ZONE 'Europe/Paris')::date`;
const UNPUBLISHED = `log = 'inference' AND (index IS NULL OR source IS NOT NULL)`;

const UP = [
  `CREATE TABLE ledger_kept (from_day date NOT NULL)`,
  `CREATE UNIQUE INDEX ledger_kept_once ON ledger_kept ((true))`,
  `ALTER TABLE ledger_kept ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ledger_kept FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY ledger_kept_read ON ledger_kept FOR SELECT USING (true)`,
  `CREATE POLICY ledger_kept_move ON ledger_kept FOR ALL USING (socle_is_system()) WITH CHECK (socle_is_system())`,
  `GRANT SELECT ON ledger_kept TO socle_app`,
  `CREATE FUNCTION ledger_kept_from() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT coalesce((SELECT from_day FROM ledger_kept), '-infinity') $$`,

  ...drops(
    "request_record",
    `each record; until date := ${PARIS_DAY("least(before, now() - interval '6 months')")};`,
    `FOR each IN
       SELECT c.relname AS name, to_date(right(c.relname, 8), 'YYYYMMDD') AS day
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'request_record'::regclass
         AND to_date(right(c.relname, 8), 'YYYYMMDD') < until ORDER BY 2 LIMIT at_most
     LOOP
       -- What came in first is asked first: where nothing is published at all, that is answer enough.
       EXIT WHEN ${PARIS_DAY(
         `SELECT (source ->> 'at')::timestamptz FROM log_entry WHERE ${UNPUBLISHED} ORDER BY seq LIMIT 1`,
       )} <= each.day;
       EXIT WHEN EXISTS (SELECT FROM log_entry WHERE ${UNPUBLISHED}
         AND ${PARIS_DAY(`(source ->> 'at')::timestamptz`)} <= each.day);
       dropped := dropped + 1;
       CONTINUE WHEN dry;
       EXECUTE format('DROP TABLE %I', each.name);
       INSERT INTO ledger_kept VALUES (each.day + 1)
         ON CONFLICT ((true)) DO UPDATE SET from_day = greatest(ledger_kept.from_day, excluded.from_day);
     END LOOP;`,
  ),
  ...rowsOf(
    "lease_call",
    "replica, epoch",
    `SELECT it.replica, it.epoch FROM lease_call AS it
       WHERE it.answered_at < least(before, now() - interval '1 month') AND NOT EXISTS
         (SELECT FROM lease_holding h WHERE (h.replica, h.epoch) = (it.replica, it.epoch))
       ORDER BY it.answered_at`,
  ),
  `CREATE FUNCTION lease_epoch_lives(of_replica text, of_epoch bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT EXISTS (SELECT FROM lease_call WHERE (replica, epoch) = (of_replica, of_epoch)) $$`,
  // A replica that lives asks for leases; and while a record of an epoch is kept, it must not be taken in again.
  ...rowsOf(
    "replica_high_water",
    "replica, epoch",
    `SELECT it.replica, it.epoch FROM replica_high_water AS it
       WHERE it.updated_at < least(before, now() - interval '7 months')
         AND NOT lease_epoch_lives(it.replica, it.epoch)
         AND NOT EXISTS (SELECT FROM request_record r WHERE (r.replica, r.epoch) = (it.replica, it.epoch))
       ORDER BY it.updated_at`,
  ),
  `CREATE POLICY creation_receipt_retention ON creation_receipt
     USING (socle_is_system() AND socle_sees_all()) WITH CHECK (false)`,
  `CREATE INDEX creation_receipt_at ON creation_receipt (at)`,
  ...rowsOf(
    "creation_receipt",
    "actor, key",
    `SELECT it.actor, it.key FROM creation_receipt AS it
       WHERE it.at < least(before, now() - interval '1 month') ORDER BY it.at`,
  ),
];
const DOWN = [
  ...TABLES.map((table) => `DROP FUNCTION retention_${table}(timestamptz, integer, boolean)`),
  `DROP FUNCTION lease_epoch_lives(text, bigint)`,
  `DROP INDEX creation_receipt_at`,
  `DROP POLICY creation_receipt_retention ON creation_receipt`,
  `DROP FUNCTION ledger_kept_from()`,
  `DROP TABLE ledger_kept`,
];
