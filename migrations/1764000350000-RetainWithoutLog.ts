import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * An installation that keeps no transparency log publishes nothing, and so would keep every request for ever, twice: its
 * row and the entry that waits for a log. There a day goes after twelve months at least, when its year has been reported,
 * and what waited of it goes too: a log that is begun later begins with what is kept. Where an entry has a place in a log,
 * no setting makes this true.
 */
export class RetainWithoutLog1764000350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const PARIS_DAY = (instant: string): string => `((${instant}) AT TIME ZONE 'Europe/Paris')::date`;
const UNPUBLISHED = `log = 'inference' AND (index IS NULL OR source IS NOT NULL)`;
const FORGOTTEN = `log = 'inference' AND index IS NULL AND (source ->> 'at')::timestamptz < now() - interval '12 months'`;

interface Shape {
  readonly signature: string;
  readonly declared: string;
  readonly least: string;
  /** Holds where nothing is published and nothing ever will be. */
  readonly withoutLog: string;
  readonly entries: string;
}

const requestRecord = ({ signature, declared, least, withoutLog, entries }: Shape): readonly string[] => [
  `CREATE FUNCTION retention_request_record(${signature}) RETURNS bigint LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
   DECLARE each record; dropped bigint := 0; ${declared}
     until date := ${PARIS_DAY(`least(before, now() - ${least})`)};
   BEGIN
     IF NOT socle_is_system() OR NOT socle_sees_all() THEN
       RAISE EXCEPTION 'the platform alone drops what is kept long enough' USING ERRCODE = 'insufficient_privilege';
     END IF;
     FOR each IN
       SELECT c.relname AS name, to_date(right(c.relname, 8), 'YYYYMMDD') AS day
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'request_record'::regclass
         AND to_date(right(c.relname, 8), 'YYYYMMDD') < until ORDER BY 2 LIMIT at_most
     LOOP
       -- What came in first is asked first: where nothing is published at all, that is answer enough.
       EXIT WHEN NOT ${withoutLog} AND ${PARIS_DAY(
         `SELECT (source ->> 'at')::timestamptz FROM log_entry WHERE ${UNPUBLISHED} ORDER BY seq LIMIT 1`,
       )} <= each.day;
       EXIT WHEN NOT ${withoutLog} AND EXISTS (SELECT FROM log_entry WHERE ${UNPUBLISHED}
         AND ${PARIS_DAY(`(source ->> 'at')::timestamptz`)} <= each.day);
       dropped := dropped + 1;
       CONTINUE WHEN dry;
       ${entries}
       EXECUTE format('DROP TABLE %I', each.name);
       INSERT INTO ledger_kept VALUES (each.day + 1)
         ON CONFLICT ((true)) DO UPDATE SET from_day = greatest(ledger_kept.from_day, excluded.from_day);
     END LOOP;
     RETURN dropped;
   END $$`,
  `REVOKE ALL ON FUNCTION retention_request_record(${signature.replace(" DEFAULT false", "")}) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION retention_request_record(${signature.replace(" DEFAULT false", "")}) TO socle_app`,
];

const CALL = "before timestamptz, at_most integer, dry boolean";

const UP = [
  `DROP TRIGGER log_entry_kept ON log_entry`,
  `CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry FOR EACH ROW
     WHEN ((OLD.log = 'inference' AND OLD.index IS NULL
       AND (OLD.source ->> 'at')::timestamptz < now() - interval '12 months') IS NOT TRUE)
     EXECUTE FUNCTION log_entry_kept()`,
  `CREATE POLICY log_entry_forget ON log_entry FOR DELETE USING (socle_is_system() AND ${FORGOTTEN})`,
  `DROP FUNCTION retention_request_record(timestamptz, integer, boolean)`,
  ...requestRecord({
    signature: `${CALL}, no_log boolean DEFAULT false`,
    declared: `unlogged boolean := no_log AND NOT EXISTS (
       SELECT FROM log_entry WHERE log = 'inference' AND index IS NOT NULL);`,
    least: `CASE WHEN unlogged THEN interval '12 months 1 day' ELSE interval '6 months' END`,
    withoutLog: "unlogged",
    entries: `IF unlogged THEN
         DELETE FROM log_entry AS entry USING request_record AS r WHERE r.day = each.day AND entry.index IS NULL
           AND entry.log = 'inference' AND entry.entry_id = r.replica || '/' || r.epoch || '/' || r.sequence;
       END IF;`,
  }),
  `CREATE FUNCTION retention_oldest(of_table text) RETURNS timestamptz LANGUAGE plpgsql STABLE
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     IF NOT socle_is_system() THEN
       RAISE EXCEPTION 'the platform alone asks for the oldest of all' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN CASE of_table
       WHEN 'request_record' THEN (SELECT min(to_date(right(c.relname, 8), 'YYYYMMDD'))::timestamp AT TIME ZONE 'Europe/Paris'
         FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'request_record'::regclass)
       WHEN 'lease_call' THEN (SELECT min(answered_at) FROM lease_call)
       WHEN 'replica_high_water' THEN (SELECT min(updated_at) FROM replica_high_water)
       WHEN 'creation_receipt' THEN (SELECT min(at) FROM creation_receipt) END;
   END $$`,
  `REVOKE ALL ON FUNCTION retention_oldest(text) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION retention_oldest(text) TO socle_app`,
];
const DOWN = [
  `DROP FUNCTION retention_oldest(text)`,
  `DROP FUNCTION retention_request_record(timestamptz, integer, boolean, boolean)`,
  ...requestRecord({ signature: CALL, declared: "", least: "interval '6 months'", withoutLog: "false", entries: "" }),
  `DROP POLICY log_entry_forget ON log_entry`,
  `DROP TRIGGER log_entry_kept ON log_entry`,
  `CREATE TRIGGER log_entry_kept BEFORE DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION log_entry_kept()`,
];
