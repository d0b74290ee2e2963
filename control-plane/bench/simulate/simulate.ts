import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { compileBundle, loadPolicyFiles, type Bundle, type PolicyFile } from "@socle/policies";
import { prepareApplicationRole } from "../../local/postgres/roles.ts";
import { withTemporaryDatabase } from "../../local/postgres/temporary-database.ts";
import type * as Windows from "../../src/compliance/adapters/replay/replay-window.ts";
import type * as Books from "../../src/compliance/domain/simulation/fact-book.ts";
import type * as Replays from "../../src/compliance/domain/simulation/replay.ts";
import type { RecordedDecision } from "../../src/compliance/domain/simulation/recorded-decision.ts";
import type { ReplayTask } from "../../src/compliance/ports/simulation/replay-engine.port.ts";
import type * as Archives from "../../src/serving/domain/fact-sources.ts";
import { compiled, type Figure } from "../figure.ts";
import { dayOf, plantWindow, STATE, syntheticSnapshot, type WindowSize } from "./synthetic-window.ts";

type Report = (figure: Figure) => void;

const SIZE: WindowSize = { ministries: 17, useCases: 400, pools: 8, days: 14, records: 210_000 };
/** What Linux counts processor time in. */
const TICKS_PER_SECOND = 100;
const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));

/** One rule more than the State's: some decisions change, in every ministry. */
const ADDED: PolicyFile = {
  path: "security/no-long-answers/rule.yaml",
  text: `id: security/no-long-answers
version: 1
owner: compliance
legal: [{ text: Banc, url: "https://example.org" }]
effective: { from: 2026-01-01, to: null }
effect: deny
when: '"personal" in request.labels && request.maxOutputTokens > 8000.0'
reason: { code: bench.long, fr: Trop long, en: Too long }
derogable: null
mode: enforce
tests:
  - { name: long, facts: { request: { labels: [personal], maxOutputTokens: 9000 } }, expected: fires }
  - { name: baseline, facts: {}, expected: silent }
`,
};

/** A candidate replayed over stored decisions: from rows to results, on one core that it shares with its PostgreSQL. */
export async function simulate(report: Report): Promise<void> {
  const files = loadPolicyFiles(POLICIES);
  await withTemporaryDatabase(async (ownerUrl) => {
    await plant(ownerUrl, bundleOf(files));
    const client = new pg.Client({ connectionString: await prepareApplicationRole(ownerUrl, "temporary") });
    await client.connect();
    try {
      await measure(client, files, report);
    } finally {
      await client.end();
    }
  });
}

async function plant(ownerUrl: string, active: Bundle): Promise<void> {
  const { factSources } = await compiled<typeof Archives>("serving/domain/fact-sources.js");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await plantWindow(owner, SIZE, active);
  const content = { ...syntheticSnapshot(SIZE), policies: { digest: active.digest, files: [] } };
  await owner.query(`INSERT INTO fact_archive VALUES (1, now(), $1)`, [active.digest]);
  await owner.query(
    `INSERT INTO fact_source SELECT "subjectId", 1, kind, "organisationId", content
     FROM jsonb_to_recordset($1::jsonb) AS it(kind text, "subjectId" text, "organisationId" uuid, content jsonb)`,
    [JSON.stringify(factSources(content))],
  );
  await owner.end();
}

async function measure(client: pg.Client, files: readonly PolicyFile[], report: Report): Promise<void> {
  const { replayWindow } = await compiled<typeof Windows>("compliance/adapters/replay/replay-window.js");
  const active = { digest: "active", files };
  const task: ReplayTask = {
    ...{ organisationId: STATE, fromDay: dayOf(0), toDay: dayOf(SIZE.days - 1), legalDay: null },
    ...{ active, candidate: { digest: "candidate", files: [...files, ADDED] } },
  };
  const short = { ...task, toDay: task.fromDay };
  await replayWindow(client, short, () => undefined);
  const pinned = await pinToOneCore(client);
  const cpuBefore = await cpuSeconds(client);
  const heapBefore = heapMegabytes();
  let heap = 0;
  const { report: found, seconds } = await replayWindow(client, task, () => {
    heap = Math.max(heap, heapMegabytes() - heapBefore);
  });
  const { records, replayed } = found.coverage;
  if (replayed !== SIZE.records || found.changes.length === 0) throw new Error("the window was not replayed whole");
  const unit = pinned ? "records/s, one core with PostgreSQL's" : "records/s, cores not pinned";
  report({ metric: "facts_per_s", value: records / seconds, unit, target: 17_000 });
  const cpu = (await cpuSeconds(client)) - cpuBefore;
  report({ metric: "facts_per_cpu_s", value: records / cpu, unit: "records per s of processor", target: null });
  report({ metric: "heap_growth_mb", value: heap, unit: "MB", target: null });
  const evaluated = await evaluationAlone(client, files);
  report({ metric: "evaluated_per_s", value: evaluated.fresh, unit: "records/s, in memory", target: null });
  report({ metric: "evaluated_again_per_s", value: evaluated.again, unit: "records/s, facts seen", target: null });
}

/** The judging by itself: records and sources are in memory already. */
async function evaluationAlone(client: pg.Client, files: readonly PolicyFile[]) {
  const { FactBook } = await compiled<typeof Books>("compliance/domain/simulation/fact-book.js");
  const { Replay } = await compiled<typeof Replays>("compliance/domain/simulation/replay.js");
  const { factSources } = await compiled<typeof Archives>("serving/domain/fact-sources.js");
  const book = new FactBook(() => true);
  const content = { ...syntheticSnapshot(SIZE), policies: { digest: "", files: [] } };
  for (const { subjectId, content: source } of factSources(content))
    book.add(subjectId, [{ fromNumber: 1, content: source }]);
  await client.query(`SELECT set_config('socle.scope', '*', false)`);
  const { rows: records } = await client.query<RecordedDecision>(
    `SELECT decision_id AS id, organisation_id AS "organisationId", use_case_id AS "useCaseId",
       application_id AS "applicationId", model_id AS "modelId", day::text, outcome, code, 1 AS "snapshotNumber",
       '' AS "bundleDigest", (decision -> 'pools')::text AS pools, jsonb_build_object('labels', decision -> 'labels',
         'stream', decision -> 'stream', 'asked', decision -> 'asked')::text AS request
     FROM request_record WHERE day < $1`,
    [dayOf(3)],
  );
  const replay = new Replay({ candidate: bundleOf([...files, ADDED]), active: bundleOf(files), legalDay: null }, book);
  const rate = (): number => {
    const from = performance.now();
    for (const record of records) replay.take(record);
    return records.length / ((performance.now() - from) / 1000);
  };
  return { fresh: rate(), again: rate() };
}

/** This process and its PostgreSQL backend on the same core; false where the system has no way to. */
async function pinToOneCore(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  try {
    for (const pid of [process.pid, rows[0]?.pid ?? 0])
      execFileSync("taskset", ["-a", "-c", "-p", "0", String(pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Processor time of this process and of its backend, which other programs on the machine do not lengthen. */
async function cpuSeconds(client: pg.Client): Promise<number> {
  const { user, system } = process.cpuUsage();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const stat = readFileSync(`/proc/${String(rows[0]?.pid)}/stat`, "utf8");
  const [utime = 0, stime = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) / 1e6 + (utime + stime) / TICKS_PER_SECOND;
}

const heapMegabytes = (): number => process.memoryUsage().heapUsed / 1e6;

function bundleOf(files: readonly PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error("the rules do not compile");
  return result.bundle;
}
