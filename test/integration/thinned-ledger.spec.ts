import { execFile } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logKeyFiles, prepareSecrets } from "../../control-plane/local/state/secrets.ts";
import { prepareStateFolder } from "../../control-plane/local/state/state-folder.ts";
import { LOG_ORIGIN, WITNESS_NAME } from "../../control-plane/local/state/verifier-key.ts";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import { minimumText } from "../../control-plane/src/audit/domain/minimum-index.js";
import { NOTE_TYPES, noteSigner } from "../../control-plane/src/audit/domain/note/note-key.js";
import { cosign, parseNote, printNote, signText } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { WitnessDesk } from "../../control-plane/src/audit/domain/witness/witness-desk.js";
import { FolderWitnessMemory } from "../../control-plane/src/audit/adapters/witness/folder-witness-memory.js";
import { witnessServer } from "../../control-plane/src/audit/adapters/witness/witness-server.js";
import { systemClock } from "../../control-plane/src/kernel/clock.js";
import { monthsAgo, retentionOf } from "../builders/kept-days.js";
import { reportRequests } from "../builders/reported-requests.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { eventually } from "../fakes/eventually.js";
import { turn } from "../fakes/kept-jobs.js";
import { asOwner } from "../fakes/owner-statements.js";

const VERIFY = fileURLToPath(new URL("../../control-plane/local/verify.ts", import.meta.url));
const database = useDatabase();
const home = mkdtempSync(join(tmpdir(), "socle-thinned-"));
const state = prepareStateFolder(join(home, "state"));
prepareSecrets(state);
const keys = logKeyFiles(state);
const keyIn = (file: string) => createPrivateKey(readFileSync(file, "utf8"));
const log = noteSigner(`${LOG_ORIGIN}/inference`, NOTE_TYPES.ed25519, keyIn(keys.transparencyPrivateKeyFile));
const governance = noteSigner(`${LOG_ORIGIN}/governance`, NOTE_TYPES.ed25519, keyIn(keys.transparencyPrivateKeyFile));
const witnessKey = noteSigner(WITNESS_NAME, NOTE_TYPES.cosignature, keyIn(keys.witnessPrivateKeyFile));
/** More than one bundle. */
const SIZE = 300;
const SEEN = 40;

let scene: ServedScene;
let socle: TestControlPlane;
let witness: Server;
/** What the operator hands out, and how it is to be verified there. */
const exported = join(home, "export");
let command: readonly string[];

beforeAll(async () => {
  const desk = new WitnessDesk([log, governance], witnessKey, new FolderWitnessMemory(state.witness), systemClock);
  witness = witnessServer(desk, () => undefined);
  await new Promise<void>((resolve) => witness.listen(0, "127.0.0.1", resolve));
  scene = await servedScene(database);
  socle = await startControlPlane({
    databaseUrl: database.urls.appUrl,
    logs: {
      folder: state.transparency,
      signingKey: log.privateKey,
      origin: LOG_ORIGIN,
      earlierKeys: [],
      witnessUrl: new URL(`http://127.0.0.1:${String((witness.address() as AddressInfo).port)}`),
      witnessRequired: false,
      retentionMonths: null,
    },
  });
  writeFileSync(state.file("run.json"), "{}");
  await serve(1, SEEN);
  cpSync(place("checkpoint"), join(home, "seen"));
  await serve(SEEN + 1, SIZE);
  const { printed } = await run("--export", exported);
  const [first = ""] = printed.split("\n").filter((line) => line.includes("--log inference "));
  command = [...first.matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "").slice(2);
}, 180_000);
afterAll(async () => {
  await socle?.stop();
  witness?.close();
  rmSync(home, { recursive: true, force: true });
});

const place = (path: string): string => join(state.transparency, "inference", path);
/** Requests, as a replica reports them, once they are published. */
async function serve(from: number, to: number, at = new Date()): Promise<void> {
  await reportRequests(database, scene, [from, to], at);
  await eventually(() => {
    const size = parseCheckpoint(parseNote(readFileSync(place("checkpoint"), "utf8"))?.text ?? "")?.size;
    if (size !== to) throw new Error(`the log has ${String(size)} entries, not ${String(to)}`);
  });
}

interface Verdict {
  readonly ok: boolean;
  readonly verdict?: string;
  readonly why?: string;
  readonly where?: string;
  readonly then?: string;
  readonly ledger?: Readonly<Record<string, unknown>>;
}
const run = (...args: readonly string[]): Promise<{ code: number; printed: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, SOCLE_HOME: state.path, DATABASE_URL: database.urls.ownerUrl };
    execFile(process.execPath, [VERIFY, ...args], { env, cwd: home }, (error, printed, told) => {
      resolve({ code: error === null ? 0 : Number(error.code), printed: printed + (printed === "" ? told : "") });
    });
  });

/** A copy of the export that somebody may change, and what the verifier says of it. */
class Copy {
  readonly folder = mkdtempSync(join(home, "copy-"));
  constructor() {
    cpSync(exported, this.folder, { recursive: true });
  }
  path = (name: string): string => join(this.folder, name);
  lines(): string[] {
    return readFileSync(this.path("ledger.jsonl"), "utf8").trim().split("\n");
  }
  write(lines: readonly string[]): void {
    writeFileSync(this.path("ledger.jsonl"), lines.join("\n"));
  }
  /** The rows as somebody careful changes them: the last line says what then stands before it. */
  rewrite(change: (rows: Row[]) => Row[], said: Readonly<Record<string, unknown>> = {}): void {
    const lines = this.lines();
    const { summary } = JSON.parse(lines.pop() ?? "") as { summary: object };
    const rows = change(lines.map((line) => JSON.parse(line) as Row));
    const totals: Record<string, number> = {};
    for (const { quantities } of rows)
      for (const [name, amount] of Object.entries(quantities)) totals[name] = (totals[name] ?? 0) + amount;
    const last = { summary: { ...summary, rows: rows.length, totals, ...said } };
    this.write([...rows, last].map((line) => JSON.stringify(line)));
  }
  async verify(more: readonly string[] = []): Promise<{ code: number; verdict: Verdict }> {
    const here = command.map((each) => (["inference", "ledger.jsonl"].includes(each) ? this.path(each) : each));
    const { code, printed } = await run(...here, ...more);
    return { code, verdict: JSON.parse(printed) as Verdict };
  }
}
interface Row {
  readonly id: string;
  readonly quantities: Readonly<Record<string, number>>;
}
/** The checkpoint of an export cosigned at another time, as the witness itself would. */
const cosignedAt = (copy: Copy, at: Date): void => {
  const path = copy.path("inference/checkpoint");
  const { text = "", signatures = [] } = parseNote(readFileSync(path, "utf8")) ?? {};
  const own = signatures.filter(({ keyId }) => keyId === log.keyId);
  writeFileSync(path, printNote({ text, signatures: [...own, cosign(witnessKey, text, at)] }));
};
const DAY = 86_400_000;

describe("an export of ledger and log", () => {
  it("verifies as it is handed out, both ways", async () => {
    const { code, verdict } = await new Copy().verify(["--max-age", "1h"]);
    expect([code, verdict]).toMatchObject([
      0,
      { ok: true, ledger: { rows: SIZE, entries: SIZE, from: null, totals: { inputTokens: 100 * SIZE } } },
    ]);
  });

  it.each<{
    what: string;
    change: (copy: Copy) => void;
    more?: (copy: Copy) => readonly string[];
    why: RegExp;
    where: RegExp;
  }>([
    {
      what: "half of the rows removed",
      change: (copy) => copy.rewrite((rows) => rows.filter((_, at) => at % 2 === 0)),
      why: /150 of 300 entries have no ledger row, the first r1\/1\/2 /u,
      where: /ledger\.jsonl, record r1\/1\/2 \(entry 1\)/u,
    },
    {
      what: "one row removed, and the sums with it",
      change: (copy) => copy.rewrite((rows) => rows.slice(1)),
      why: /1 of 300 entries have no ledger row, the first r1\/1\/1 /u,
      where: /record r1\/1\/1 \(entry 0\)/u,
    },
    {
      what: "the end cut off",
      change: (copy) => copy.write(copy.lines().slice(0, -2)),
      why: /1 of 300 entries have no ledger row/u,
      where: /record r1\/1\/300/u,
    },
    {
      what: "a row added",
      change: (copy) => copy.rewrite((rows) => [...rows, { id: "r1/1/301", quantities: { inputTokens: 5 } }]),
      why: /1 ledger rows have no entry, the first r1\/1\/301/u,
      where: /record r1\/1\/301/u,
    },
    {
      what: "a row written twice",
      change: (copy) => copy.rewrite((rows) => [...rows, ...rows.slice(0, 1)]),
      why: /r1\/1\/1 has more than one ledger row/u,
      where: /line 301/u,
    },
    {
      what: "a figure changed, and the total with it",
      change: (copy) => {
        const less = (row: Row): Row => ({ ...row, quantities: { ...row.quantities, inputTokens: 1 } });
        copy.rewrite((rows) => rows.map((row, at) => (at === 7 ? less(row) : row)));
      },
      why: /inputTokens is 1 in the ledger, 100 in the log/u,
      where: /record r1\/1\/8, entry 7 of the log/u,
    },
    {
      what: "a total changed",
      change: (copy) => copy.rewrite((rows) => rows, { totals: { inputTokens: 1 } }),
      why: /the total of inputTokens is 1, its rows and entries sum to 30000/u,
      where: /last line/u,
    },
    {
      what: "a count changed",
      change: (copy) => copy.rewrite((rows) => rows, { rows: 299 }),
      why: /says that it has 299 rows, it has 300/u,
      where: /last line/u,
    },
    {
      what: "a period that begins after what was removed",
      change: (copy) => copy.rewrite(() => [], { from: new Date(Date.now() - 30 * DAY).toISOString() }),
      why: /records have to be kept for six months/u,
      where: /last line/u,
    },
    {
      what: "a ledger of fewer entries than the checkpoint has",
      change: (copy) => copy.rewrite((rows) => rows, { size: SEEN }),
      why: /exported for 40 entries, the checkpoint has 300/u,
      where: /last line/u,
    },
    {
      what: "a pruned log without its note",
      change: (copy) => rmSync(copy.path("inference/tile/entries/000")),
      why: /tile\/entries\/000 is missing, and no signed note says that it was pruned/u,
      where: /tile\/entries\/000/u,
    },
    {
      what: "a log pruned before its time, under a signed note",
      change: (copy) => {
        rmSync(copy.path("inference/tile/entries/000"));
        const text = minimumText({ origin: log.name, index: 256, prunedUntil: new Date(Date.now() - 90 * DAY) });
        writeFileSync(copy.path("inference/minimum-index"), printNote({ text, signatures: [signText(log, text)] }));
      },
      why: /have to be kept for six months/u,
      where: /minimum-index/u,
    },
    {
      what: "an old checkpoint, to whoever saw a later one",
      change: (copy) => {
        cpSync(copy.path("inference/checkpoint"), copy.path("seen"));
        cpSync(join(home, "seen"), copy.path("inference/checkpoint"));
      },
      more: (copy) => ["--since", copy.path("seen")],
      why: /the log went back: it had 300 entries, it has 40/u,
      where: /checkpoint, against .*seen/u,
    },
    {
      what: "an old checkpoint, to whoever sees it for the first time",
      change: (copy) => cosignedAt(copy, new Date(Date.now() - DAY)),
      more: () => ["--max-age", "10m"],
      why: /cosigned last at .*, longer than 10m ago: it is an old one/u,
      where: /checkpoint/u,
    },
    {
      what: "an old checkpoint beside the ledger of today",
      change: (copy) => cpSync(join(home, "seen"), copy.path("inference/checkpoint")),
      why: /exported for 300 entries, the checkpoint has 40: take the checkpoint of the same export/u,
      where: /last line/u,
    },
    {
      what: "a cosignature of tomorrow",
      change: (copy) => cosignedAt(copy, new Date(Date.now() + DAY)),
      more: () => ["--max-age", "10m"],
      why: /yet to come: a clock is wrong/u,
      where: /checkpoint/u,
    },
  ])("does not with $what, and says what, where and what to do", async ({ change, more, why, where }) => {
    const copy = new Copy();
    change(copy);
    const { code, verdict } = await copy.verify(more?.(copy));
    expect([code, verdict.ok, verdict.verdict]).toEqual([1, false, "broken"]);
    expect(verdict.why).toMatch(why);
    expect(verdict.where).toMatch(where);
    expect(verdict.then).toMatch(/compliance cell/u);
  });
});

describe("npm run -s verify", () => {
  it("misses no record that went after its time, by the retention that is announced", async () => {
    await serve(SIZE + 1, SIZE + 2, monthsAgo(15));
    await eventually(async () => {
      await retentionOf(database, { months: {}, log: true }).run(turn);
      expect((await run()).printed).toContain(`"rows": ${String(SIZE)},`);
    });
    const { code, printed } = await run();
    expect([code, printed]).toEqual([0, expect.stringMatching(/"size": 302,[^]*"entries": 300,\s+"from": "2025-0/u)]);
  });

  it("agrees with a running installation, and misses a row that its owner removed", async () => {
    const before = await run();
    expect([before.code, before.printed]).toEqual([0, expect.stringContaining(`"rows": ${String(SIZE)}`)]);
    await asOwner(database, `SET session_replication_role = replica`, `DELETE FROM request_record WHERE sequence = 17`);
    const { code, printed } = await run();
    expect([code, printed]).toEqual([1, expect.stringContaining("1 of 300 entries have no ledger row")]);
  });
});
