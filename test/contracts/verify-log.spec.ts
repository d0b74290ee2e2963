import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderLogStorage } from "../../control-plane/src/audit/adapters/folder/folder-log-storage.js";
import { MemoryLogQueue } from "../fakes/memory/audit/memory-log-queue.js";
import { monthlyPseudonym, type EntrySource } from "../../control-plane/src/audit/domain/log-entry.js";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import {
  NOTE_TYPES,
  noteSigner,
  verifierKey,
  type NoteSigner,
} from "../../control-plane/src/audit/domain/note/note-key.js";
import { cosign, parseNote, printNote, signText } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { minimumText } from "../../control-plane/src/audit/domain/minimum-index.js";
import { pruneLog } from "../../control-plane/src/audit/use-cases/prune-log.js";
import { Sequencer } from "../../control-plane/src/audit/use-cases/sequence-log.js";

const TOOL = fileURLToPath(new URL("../../control-plane/verifier/verify-log.mjs", import.meta.url));
const key = generateKeyPairSync("ed25519").privateKey;
const log = noteSigner("socle.example/inference", NOTE_TYPES.ed25519, key);
const witness = noteSigner("witness.example", NOTE_TYPES.cosignature, generateKeyPairSync("ed25519").privateKey);
const SIZE = 600;

const used = (number: number, cost = number) => ({ inputTokens: 10, outputTokens: number, costMicroEuro: cost });
const ledgerRow = (id: string) => ({ id, quantities: used(Number(id.split("/")[2])) });
const record = (number: number, cost = number): EntrySource => ({
  entryId: `r1/1/${String(number)}`,
  salt: new Uint8Array(32),
  source: {
    id: `d${String(number)}`,
    at: "2026-11-24T10:00:00Z",
    outcome: "served",
    organisationId: "o",
    // Every other record as schedulers wrote them before usage was a map of quantities.
    usage: number % 2 === 0 ? used(number, cost) : { quantities: used(number, cost) },
  },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "socle-log-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const place = (path: string): string => join(folder, "inference", path);

/** A log of these records on disk, signed by `signer` and cosigned; `since` is its checkpoint after the first batch. */
async function writeLog(records: readonly EntrySource[], signer: NoteSigner = log): Promise<void> {
  const queue = new MemoryLogQueue();
  const cosigned = {
    cosign: (_old: number, _proof: unknown, note: string) =>
      Promise.resolve({
        kind: "cosigned" as const,
        signatures: [cosign(witness, parseNote(note)?.text ?? "", new Date())],
      }),
  };
  const ports = {
    storage: new FolderLogStorage(folder),
    signer,
    earlier: [],
    pseudonym: monthlyPseudonym(Buffer.from("x")),
    witness: cosigned,
    witnessRequired: false,
    alarm: () => undefined,
  };
  queue.put(...records.slice(0, 300));
  const sequencer = await Sequencer.open("inference", queue, ports);
  await sequencer.step();
  cpSync(place("checkpoint"), join(folder, "since"));
  queue.put(...records.slice(300));
  await sequencer.step();
}

interface Verdict {
  readonly ok: boolean;
  readonly verdict?: string;
  readonly why?: string;
  readonly size?: number;
  readonly ledger?: { readonly rows: number; readonly totals: object };
}

const verify = (...more: readonly string[]): Promise<{ code: number; verdict: Verdict }> =>
  new Promise((resolve) => {
    const args = [TOOL, "--log", join(folder, "inference"), "--key", verifierKey(log), ...more];
    execFile(process.execPath, args, (error, stdout) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, verdict: JSON.parse(stdout) as Verdict });
    });
  });
const caught = async (...more: readonly string[]): Promise<string> => {
  const { code, verdict } = await verify(...more);
  expect([code, verdict.ok, verdict.verdict]).toEqual([1, false, "broken"]);
  return verdict.why ?? "";
};
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(place(path));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(place(path), bytes);
};
/** A note on pruning, as this signer would write it. */
function writePruned(minimum: { index: number; prunedUntil: Date }, signer: NoteSigner = log): void {
  const text = minimumText({ origin: log.name, ...minimum });
  writeFileSync(place("minimum-index"), printNote({ text, signatures: [signText(signer, text)] }));
}
/** More records behind the first `before`, under another key. */
async function goOn(records: readonly EntrySource[], before: number, signer: NoteSigner): Promise<void> {
  const queue = new MemoryLogQueue();
  queue.put(...all.slice(0, before));
  await queue.number("inference", 0, before);
  await queue.published("inference", before);
  queue.put(...records);
  const storage = new FolderLogStorage(folder);
  const ports = { storage, signer, earlier: [log], pseudonym: monthlyPseudonym(Buffer.from("x")) };
  const alone = { witness: null, witnessRequired: false, alarm: () => undefined };
  await (await Sequencer.open("inference", queue, { ...ports, ...alone })).step();
}
const all = Array.from({ length: SIZE }, (_, number) => record(number));

describe("the verifier", () => {
  it("agrees with an honest log, its witness, what was seen before and the ledger", async () => {
    await writeLog(all);
    const ledger = join(folder, "ledger.jsonl");
    const lines = all.map(({ entryId }) => JSON.stringify(ledgerRow(entryId)));
    writeFileSync(ledger, lines.join("\n"));
    const { code, verdict } = await verify(
      ...["--witness", verifierKey(witness), "--since", join(folder, "since"), "--ledger", ledger],
    );
    expect([code, verdict]).toMatchObject([
      0,
      {
        ok: true,
        size: SIZE,
        cosignedBy: ["witness.example"],
        continues: 300,
        ledger: { rows: SIZE, totals: { inputTokens: 6000, outputTokens: 179_700, costMicroEuro: 179_700 } },
      },
    ]);
    expect(readFileSync(join(folder, "since"))).toEqual(readFileSync(place("checkpoint")));
  });

  it.each([
    ["a byte of an entry", "tile/entries/001", 4000, /entry|cannot be read/],
    ["a byte of a leaf's hash", "tile/0/001", 40, /is not the one/],
    ["a byte of the last, partial tile", "tile/0/002.p/88", 5, /is not the one/],
    ["a byte of a tile above", "tile/1/000.p/2", 3, /does not follow/],
    ["a byte of the signed root", "checkpoint", 35, /signature|checkpoint|is wrong/],
  ])("finds %s flipped", async (_what, path, at, why) => {
    await writeLog(all);
    flip(path, at);
    expect(await caught()).toMatch(why);
  });

  it("finds a bundle dropped, and a partial tile cut short", async () => {
    await writeLog(all);
    renameSync(place("tile/entries/002.p/88"), place("elsewhere"));
    expect(await caught()).toContain("tile/entries/002.p/88 is missing");
    renameSync(place("elsewhere"), place("tile/entries/002.p/88"));
    truncateSync(place("tile/0/002.p/88"), 87 * 32);
    expect(await caught()).toContain("too short");
  });

  it("finds a history written anew under a valid signature, by the checkpoint seen before", async () => {
    await writeLog(all);
    cpSync(join(folder, "since"), join(folder, "seen"));
    rmSync(place("."), { recursive: true });
    await writeLog(all.map((each, number) => (number === 7 ? record(7, 1) : each)));
    expect((await verify()).code).toBe(0);
    expect(await caught("--since", join(folder, "seen"))).toContain("rewritten");
  });

  it("finds an old backup put back", async () => {
    await writeLog(all);
    cpSync(place("checkpoint"), join(folder, "seen"));
    rmSync(place("."), { recursive: true });
    await writeLog(all.slice(0, 400));
    expect(await caught("--since", join(folder, "seen"))).toContain("went back");
  });

  it("finds entries reordered, and one written twice", async () => {
    await writeLog([...all.slice(0, 10), record(3), ...all.slice(10, 599)]);
    expect(await caught()).toContain("more than one entry");
    rmSync(place("."), { recursive: true });
    await writeLog(all);
    const bundle = readFileSync(place("tile/entries/000"));
    const first = 2 + bundle.readUInt16BE(0);
    const second = first + 2 + bundle.readUInt16BE(first);
    writeFileSync(
      place("tile/entries/000"),
      Buffer.concat([bundle.subarray(first, second), bundle.subarray(0, first), bundle.subarray(second)]),
    );
    expect(await caught()).toContain("entry 0");
  });

  it("finds the checkpoint of another log, and a key that is not the log's", async () => {
    await writeLog(all);
    const other = noteSigner("socle.example/governance", NOTE_TYPES.ed25519, key);
    const checkpoint = parseCheckpoint(parseNote(readFileSync(place("checkpoint"), "utf8"))?.text ?? "");
    const text = `${other.name}\n${String(checkpoint?.size)}\n${Buffer.from(checkpoint?.root ?? []).toString("base64")}\n`;
    writeFileSync(place("checkpoint"), printNote({ text, signatures: [signText(other, text)] }));
    expect(await caught()).toContain("another log");
    const forger = noteSigner(log.name, NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
    rmSync(place("."), { recursive: true });
    await writeLog(all, forger);
    expect(await caught()).toContain("not signed by the log");
  });

  it("misses a witness's cosignature when one is asked for", async () => {
    await writeLog(all);
    const elsewhere = noteSigner("other.example", NOTE_TYPES.cosignature, generateKeyPairSync("ed25519").privateKey);
    expect(await caught("--witness", verifierKey(elsewhere))).toContain("no witness");
  });

  it("finds a ledger row without an entry, and one whose figures differ", async () => {
    await writeLog(all);
    const ledger = join(folder, "ledger.jsonl");
    writeFileSync(ledger, JSON.stringify({ id: "r1/1/9999", quantities: { inputTokens: 1 } }));
    expect(await caught("--ledger", ledger)).toContain("r1/1/9999");
    for (const number of [5, 6]) {
      writeFileSync(ledger, JSON.stringify({ id: `r1/1/${String(number)}`, quantities: used(number, 99) }));
      expect(await caught("--ledger", ledger)).toContain("costMicroEuro is 99");
    }
    writeFileSync(ledger, JSON.stringify({ id: "r1/1/5", quantities: { ...used(5), pages: 1 } }));
    expect(await caught("--ledger", ledger)).toContain("pages is 1 in the ledger, 0 in the log");
  });

  it("takes a log that was pruned after its retention, and says from where", async () => {
    await writeLog(all);
    cpSync(place("checkpoint"), join(folder, "seen"));
    const ports = { storage: new FolderLogStorage(folder), signer: log, earlier: [] };
    const years = { now: new Date("2028-01-01T00:00:00Z"), months: 12 };
    expect(await pruneLog("inference", ports, { ...years, now: new Date("2027-05-01T00:00:00Z") })).toBeNull();
    expect(await pruneLog("inference", ports, years)).toMatchObject({ index: 512 });
    expect(await pruneLog("inference", ports, years)).toBeNull();
    expect(existsSync(place("tile/entries/000"))).toBe(false);
    // The tool asks the machine's clock, which is not yet there: six months have to have passed.
    expect(await caught()).toContain("six months");
    writePruned({ index: 512, prunedUntil: new Date("2025-11-24T10:00:00.000Z") });
    expect((await verify("--since", join(folder, "seen"))).verdict).toMatchObject({
      ok: true,
      from: 512,
      continues: SIZE,
    });
    flip("tile/0/000", 100);
    expect(await caught()).toMatch(/root|follow/u);
  });

  it("finds bundles that are gone without a note, and a note that the log did not sign", async () => {
    await writeLog(all);
    rmSync(place("tile/entries/000"));
    expect(await caught()).toContain("tile/entries/000 is missing");
    const forger = noteSigner(log.name, NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
    const pruned = { index: 256, prunedUntil: new Date("2025-11-24T10:00:00.000Z") };
    writePruned(pruned, forger);
    expect(await caught()).toContain("not signed by the log");
    writePruned({ ...pruned, index: 1024 });
    expect(await caught()).toContain("more entries than there are");
  });

  it("takes a log that goes on under a new key, given both, and knows the old checkpoint by the old one", async () => {
    await writeLog(all.slice(0, 400));
    cpSync(place("checkpoint"), join(folder, "seen"));
    const next = noteSigner(log.name, NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
    await goOn(all.slice(400), 400, next);
    expect(await caught("--since", join(folder, "seen"))).toContain("not signed by the log");
    const both = await verify("--key", verifierKey(next), "--since", join(folder, "seen"));
    expect(both.verdict).toMatchObject({ ok: true, size: SIZE, continues: 400 });
  });

  it("says what keeps it from checking, apart from what is wrong", async () => {
    const { code, verdict } = await verify();
    expect([code, verdict.verdict]).toEqual([2, "unchecked"]);
  });
});
