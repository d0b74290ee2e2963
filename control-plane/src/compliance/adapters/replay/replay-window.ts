import { createHash } from "node:crypto";
import { compileBundle, type Bundle, type PolicyFile } from "@socle/policies";
import type pg from "pg";
import { DAILY_USE, REQUEST_RECORDS } from "../../../ledger/reads/use.js";
import { ARCHIVED_SNAPSHOTS, FACT_VERSIONS } from "../../../serving/reads/facts.js";
import { ORGANISATIONS } from "../../../tenancy/reads/organisations.js";
import { FactBook, type SourceVersion } from "../../domain/simulation/fact-book.js";
import type { RecordedDecision } from "../../domain/simulation/recorded-decision.js";
import { Replay } from "../../domain/simulation/replay.js";
import type { ReplayAnswer, ReplayTask } from "../../ports/simulation/replay-engine.port.js";

/** Records held at once. */
const BATCH = 2000;

/** The reader sees what the task's organisation sees, whoever asked: row-level security does the rest. */
const SCOPE = `SELECT set_config('socle.scope', CASE WHEN parent_id IS NULL THEN '*' ELSE id::text END, true),
    set_config('socle.actor', 'simulation', true)
  FROM ${ORGANISATIONS} organisation WHERE id = $1`;
const OPEN_SCOPE = `SELECT set_config('socle.scope', '*', true)`;
const EXPECTED = `SELECT coalesce(sum(amount), 0)::text AS records FROM ${DAILY_USE} used
  WHERE day BETWEEN $1 AND $2 AND quantity = 'requests'`;
const ARCHIVED = `SELECT number::text FROM ${ARCHIVED_SNAPSHOTS} archived`;
const VERSIONS = `SELECT subject_id, from_number::text, content::text FROM ${FACT_VERSIONS} version`;
/** Few, and nearly every record names some. */
const VERSIONS_OF_ALL = `${VERSIONS} WHERE organisation_id IS NULL ORDER BY subject_id, from_number`;
const VERSIONS_OF = `${VERSIONS} WHERE subject_id = ANY ($1::text[]) ORDER BY subject_id, from_number`;
/** Rows come as they lie, by the primary key: nothing is gathered or sorted first, whatever the window's length. */
const AS_THEY_LIE = `SELECT set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true)`;
/** A record's decision is unpacked once for all of its fields. */
const records = (fromDay: string, toDay: string): string => `DECLARE recorded NO SCROLL CURSOR FOR
  SELECT decision_id, organisation_id, use_case_id, application_id, model_id, day, outcome, code, told.*
  FROM ${REQUEST_RECORDS} record, LATERAL jsonb_to_record(decision)
    AS told("snapshotNumber" text, "bundleDigest" text, labels text, stream text, asked text, pools text)
  WHERE day BETWEEN ${fromDay} AND ${toDay} ORDER BY day, replica, epoch, sequence`;
const FETCH = {
  text: `FETCH ${BATCH} FROM recorded`,
  rowMode: "array",
  // Every column is taken as PostgreSQL writes it.
  types: { getTypeParser: () => (text: string | Buffer) => text },
} as const;

type Text = string | null;
type Row = readonly [
  ...[id: string, organisationId: string, useCaseId: Text, applicationId: Text, modelId: Text, day: string],
  ...[outcome: RecordedDecision["outcome"], code: Text, snapshotNumber: Text, bundleDigest: Text],
  ...[labels: Text, stream: Text, asked: Text, pools: Text],
];

/**
 * Replays the records of a window from one consistent view of the database, a batch at a time.
 * @param client a connection of its own, through the application's role
 * @param progress told from 0 to 1
 */
export async function replayWindow(
  client: pg.ClientBase,
  task: ReplayTask,
  progress: (done: number) => void,
): Promise<ReplayAnswer> {
  const begun = performance.now();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const reader = await WindowReader.open(client, task);
    const replay = new Replay(
      { candidate: bundleOf(task.candidate.files), active: bundleOf(task.active.files), legalDay: task.legalDay },
      reader.book,
    );
    const digest = createHash("sha256");
    let done = 0;
    for (let batch = await reader.next(); batch.length > 0; batch = await reader.next()) {
      await reader.know(batch);
      for (const record of batch) replay.take(record);
      digest.update(`${batch.map(({ id }) => id).join("\n")}\n`);
      done += batch.length;
      progress(Math.min(1, done / Math.max(done, reader.expected)));
    }
    const seconds = (performance.now() - begun) / 1000;
    return { report: replay.report(), recordsDigest: digest.digest("hex"), seconds };
  } finally {
    await client.query("ROLLBACK");
  }
}

function bundleOf(files: readonly PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (result.ok) return result.bundle;
  throw new Error("rules that were accepted do not compile any more");
}

class WindowReader {
  private constructor(
    private readonly client: pg.ClientBase,
    readonly book: FactBook,
    /** Records that the roll-ups count in the window. */
    readonly expected: number,
  ) {}

  static async open(client: pg.ClientBase, { organisationId, fromDay, toDay }: ReplayTask): Promise<WindowReader> {
    // An organisation is read before the scope is its own.
    await client.query(OPEN_SCOPE);
    const scoped = await client.query(SCOPE, [organisationId]);
    if (scoped.rowCount !== 1) throw new Error("the organisation is gone");
    const counted = await client.query<{ records: string }>(EXPECTED, [fromDay, toDay]);
    const archived = await client.query<{ number: string }>(ARCHIVED);
    const numbers = new Set(archived.rows.map(({ number }) => Number(number)));
    await client.query(AS_THEY_LIE);
    // A cursor's declaration takes no parameter.
    await client.query(records(client.escapeLiteral(fromDay), client.escapeLiteral(toDay)));
    const expected = Number(counted.rows[0]?.records ?? 0);
    const reader = new WindowReader(client, new FactBook((number) => numbers.has(number)), expected);
    await reader.bring(VERSIONS_OF_ALL, []);
    return reader;
  }

  async next(): Promise<readonly RecordedDecision[]> {
    const { rows } = await this.client.query<unknown[]>(FETCH);
    return (rows as unknown as Row[]).map(decisionOf);
  }

  /** Brings the sources of what a batch names and the book does not hold yet. */
  async know(batch: readonly RecordedDecision[]): Promise<void> {
    const wanted = new Set<string>();
    for (const { useCaseId, applicationId } of batch)
      for (const subject of [useCaseId, applicationId])
        if (subject !== null && !this.book.holds(subject)) wanted.add(subject);
    if (wanted.size > 0) await this.bring(VERSIONS_OF, [[...wanted]], wanted);
  }

  private async bring(sql: string, parameters: readonly unknown[], wanted: Iterable<string> = []): Promise<void> {
    type VersionRow = { readonly subject_id: string; readonly from_number: string; readonly content: string };
    const { rows } = await this.client.query<VersionRow>(sql, [...parameters]);
    const versions = new Map<string, SourceVersion[]>([...wanted].map((subject) => [subject, []]));
    for (const { subject_id, from_number, content } of rows) {
      const version = { fromNumber: Number(from_number), content: JSON.parse(content) as unknown };
      const held = versions.get(subject_id);
      if (held === undefined) versions.set(subject_id, [version]);
      else held.push(version);
    }
    for (const [subject, held] of versions) this.book.add(subject, held);
  }
}

function decisionOf(row: Row): RecordedDecision {
  const [id, organisationId, useCaseId, applicationId, modelId, day, outcome, code, number, bundleDigest] = row;
  const [labels, stream, asked, pools] = row.slice(10) as [Text, Text, Text, Text];
  const told = asked === null ? "" : `,"asked":${asked}`;
  return {
    ...{ id, organisationId, useCaseId, applicationId, modelId, day, outcome, code },
    ...{ snapshotNumber: Number(number ?? 0), bundleDigest: bundleDigest ?? "" },
    request: `{"labels":${labels ?? "[]"},"stream":${stream ?? "false"}${told}}`,
    pools: pools ?? "[]",
  };
}
