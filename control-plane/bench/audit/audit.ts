import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Folder from "../../src/audit/adapters/folder/folder-log-storage.ts";
import type * as Entry from "../../src/audit/domain/log-entry.ts";
import type * as Keys from "../../src/audit/domain/note/note-key.ts";
import type * as Notes from "../../src/audit/domain/note/signed-note.ts";
import type * as Checkpoints from "../../src/audit/domain/note/checkpoint.ts";
import type * as Reader from "../../src/audit/domain/tiles/tile-reader.ts";
import type * as Paths from "../../src/audit/domain/tiles/tile-path.ts";
import type * as Tree from "../../src/audit/domain/tiles/tile-tree.ts";
import type * as Proofs from "../../src/audit/domain/merkle/verify-proof.ts";
import type * as Hashes from "../../src/audit/domain/merkle/hash.ts";
import { compiled, type Figure } from "../figure.ts";

const ENTRIES = 1_000_000;
const BATCH = 4096;
/** The log of ten million entries has leaves that stand for entries: a proof reads hashes only. */
const LONG = 10_000_000;
const PROOFS = 500;
const VERIFIER = fileURLToPath(new URL("../../verifier/verify-log.mjs", import.meta.url));

const load = async () => ({
  ...(await compiled<typeof Folder>("audit/adapters/folder/folder-log-storage.js")),
  ...(await compiled<typeof Entry>("audit/domain/log-entry.js")),
  ...(await compiled<typeof Keys>("audit/domain/note/note-key.js")),
  ...(await compiled<typeof Notes>("audit/domain/note/signed-note.js")),
  ...(await compiled<typeof Checkpoints>("audit/domain/note/checkpoint.js")),
  ...(await compiled<typeof Reader>("audit/domain/tiles/tile-reader.js")),
  ...(await compiled<typeof Paths>("audit/domain/tiles/tile-path.js")),
  ...(await compiled<typeof Tree>("audit/domain/tiles/tile-tree.js")),
  ...(await compiled<typeof Proofs>("audit/domain/merkle/verify-proof.js")),
  ...(await compiled<typeof Hashes>("audit/domain/merkle/hash.js")),
});
type Audit = Awaited<ReturnType<typeof load>>;

/** Appends, checkpoints and fsyncs a million entries; verifies them from the outside; proofs out of ten million. */
export async function audit(report: (figure: Figure) => void): Promise<void> {
  const modules = await load();
  const folder = mkdtempSync(join(tmpdir(), "socle-audit-"));
  try {
    await append(modules, folder, report);
    await prove(modules, folder, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function append(audit: Audit, folder: string, report: (figure: Figure) => void): Promise<void> {
  const signer = audit.noteSigner("socle.bench/inference", 1, generateKeyPairSync("ed25519").privateKey);
  const storage = new audit.FolderLogStorage(folder);
  const pseudonym = audit.monthlyPseudonym(Buffer.from("bench"));
  const heap: number[] = [];
  let tree = audit.TileTree.empty;
  let spent = 0;
  while (tree.size < ENTRIES) {
    const first = tree.size;
    const count = Math.min(BATCH, ENTRIES - first);
    const entries = Array.from({ length: count }, (_, at) =>
      audit.entryBytes("inference", record(first + at), pseudonym),
    );
    const from = performance.now();
    const appended = tree.append(entries);
    await storage.write("inference", appended.writes);
    const text = audit.checkpointText({ origin: signer.name, size: appended.tree.size, root: appended.tree.root() });
    await storage.publish("inference", audit.printNote({ text, signatures: [audit.signText(signer, text)] }));
    spent += performance.now() - from;
    tree = appended.tree;
    heap.push(process.memoryUsage().heapUsed);
  }
  report({ metric: "entries_per_s", value: ENTRIES / (spent / 1000), unit: "/s", target: 50_000 });
  const half = heap.length >> 1;
  const growth = Math.max(...heap.slice(half)) - Math.max(...heap.slice(0, half));
  report({ metric: "heap_growth_mb", value: growth / 1e6, unit: "MB", target: null });
  const from = performance.now();
  const args = [VERIFIER, "--log", join(folder, "inference"), "--key", audit.verifierKey(signer)];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the verifier: ${stdout}`);
  report({ metric: "verify_1m_s", value: (performance.now() - from) / 1000, unit: "s", target: 20 });
}

const record = (number: number): Entry.EntrySource => ({
  entryId: `r1/1/${String(number)}`,
  salt: Buffer.alloc(32, number),
  source: {
    at: new Date(1.79e12 + number).toISOString(),
    outcome: "served",
    organisationId: String(number % 17),
    useCaseId: String(number % 400),
    usage: { quantities: { inputTokens: number % 3000, outputTokens: number % 700, costMicroEuro: number % 900 } },
  },
});

async function prove(audit: Audit, folder: string, report: (figure: Figure) => void): Promise<void> {
  const long = join(folder, "long");
  const storage = new audit.FolderLogStorage(long);
  const leaf = (index: number): Uint8Array => {
    const hash = Buffer.alloc(32);
    hash.writeDoubleBE(index);
    return hash;
  };
  writeLeaves(audit, long, leaf);
  const read = (path: string) => storage.read("inference", path);
  const root = await new audit.TileReader(LONG, read).rangeHash({ start: 0, end: LONG });
  const times: number[] = [];
  for (let round = 0; round < PROOFS; round += 1) {
    const index = (round * 7_919_993) % LONG;
    const from = performance.now();
    const proof = await new audit.TileReader(LONG, read).inclusion(index);
    times.push(performance.now() - from);
    if (!audit.verifyInclusion(leaf(index), index, LONG, proof, root)) throw new Error("a proof does not verify");
  }
  times.sort((a, b) => a - b);
  report({ metric: "proof_ms", value: times[PROOFS >> 1] ?? NaN, unit: "ms", target: 5 });
  report({ metric: "proof_p99_ms", value: times[Math.floor(PROOFS * 0.99)] ?? NaN, unit: "ms", target: null });
}

/** Tiles of a tree whose leaves are given as hashes, level by level; how they got there is not what is measured. */
function writeLeaves(audit: Audit, folder: string, leaf: (index: number) => Uint8Array): void {
  let row = { length: LONG, at: leaf };
  for (let level = 0; row.length > 0; level += 1) {
    const above: Uint8Array[] = [];
    for (let tile = 0; tile * 256 < row.length; tile += 1) {
      const width = Math.min(256, row.length - tile * 256);
      const hashes = Array.from({ length: width }, (_, offset) => row.at(tile * 256 + offset));
      const path = join(folder, "inference", audit.tilePath(level, tile, width));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, Buffer.concat(hashes));
      if (width === 256) above.push(audit.perfectRoot(hashes));
    }
    row = { length: above.length, at: (index) => above[index] ?? new Uint8Array() };
  }
}
