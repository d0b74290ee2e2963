import { execFile } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderWitnessMemory } from "../../control-plane/src/audit/adapters/witness/folder-witness-memory.js";
import { witnessServer } from "../../control-plane/src/audit/adapters/witness/witness-server.js";
import { leafHash } from "../../control-plane/src/audit/domain/merkle/hash.js";
import { verifyInclusion } from "../../control-plane/src/audit/domain/merkle/verify-proof.js";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import {
  NOTE_TYPES,
  noteSigner,
  noteVerifier,
  verifierKey,
} from "../../control-plane/src/audit/domain/note/note-key.js";
import { parseNote } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { decodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.js";
import { WitnessDesk } from "../../control-plane/src/audit/domain/witness/witness-desk.js";
import { systemClock } from "../../control-plane/src/kernel/clock.js";
import type { LogSettings } from "../../control-plane/src/platform/config/log-settings.js";
import { monthsAgo } from "../builders/kept-days.js";
import { reportRequests } from "../builders/reported-requests.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";

const TOOL = fileURLToPath(new URL("../../control-plane/verifier/verify-log.mjs", import.meta.url));
const NAME = "socle.test/inference";
const database = useDatabase();
const signingKey = generateKeyPairSync("ed25519").privateKey;
const witnessKey = noteSigner("witness.test", NOTE_TYPES.cosignature, generateKeyPairSync("ed25519").privateKey);
const key = noteVerifier(NAME, NOTE_TYPES.ed25519, createPublicKey(signingKey));
const folder = mkdtempSync(join(tmpdir(), "socle-log-http-"));
let scene: ServedScene;
let socle: TestControlPlane;
let witness: Server;

const start = (retentionMonths: number | null): Promise<TestControlPlane> => {
  const logs: LogSettings = {
    ...{ folder: join(folder, "log"), signingKey, origin: "socle.test", earlierKeys: [], witnessRequired: false },
    witnessUrl: new URL(witnessAt("")),
    retentionMonths,
  };
  return startControlPlane({ databaseUrl: database.urls.appUrl, logs });
};
const witnessAt = (path: string): string =>
  `http://127.0.0.1:${String((witness.address() as AddressInfo).port)}/${path}`;

beforeAll(async () => {
  scene = await servedScene(database);
  const memory = new FolderWitnessMemory(join(folder, "witness"));
  witness = witnessServer(new WitnessDesk([key], witnessKey, memory, systemClock), () => undefined);
  await new Promise<void>((resolve) => witness.listen(0, "127.0.0.1", resolve));
  socle = await start(null);
  await reportRequests(database, scene, [1, 300], monthsAgo(8));
  await reportRequests(database, scene, [301, 310]);
});
afterAll(async () => {
  await socle?.stop();
  witness?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string): Promise<Response> => fetch(`${socle.origin}/log/inference/${path}`);
const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await get(path)).arrayBuffer());
const size = async (): Promise<number> =>
  parseCheckpoint(parseNote((await bytes("checkpoint")).toString())?.text ?? "")?.size ?? -1;
const verify = (): Promise<Readonly<Record<string, unknown>>> =>
  new Promise((resolve) => {
    const args = [TOOL, "--log", `${socle.origin}/log/inference`, "--key", verifierKey(key)];
    execFile(process.execPath, [...args, "--witness", verifierKey(witnessKey)], (_error, stdout) =>
      resolve(JSON.parse(stdout) as Record<string, unknown>),
    );
  });

describe("a log over HTTP", () => {
  it("gives tiles and bundles that a cache may keep for good, and notes that it asks for again", async () => {
    await expect.poll(size).toBe(310);
    for (const path of ["tile/0/000", "tile/entries/001.p/54", "tile/1/000.p/1"])
      expect([path, (await get(path)).headers.get("cache-control")]).toEqual([
        path,
        "public, max-age=31536000, immutable",
      ]);
    expect((await get("checkpoint")).headers.get("cache-control")).toBe("no-cache");
    for (const path of ["minimum-index", "tile/0/009", "minimum-index/x"]) {
      const missing = await get(path);
      expect([path, missing.status, missing.headers.get("cache-control")]).toEqual([path, 404, null]);
    }
  });

  it("opens the proof door by what an answer calls its decision: the entry is that request's", async () => {
    const receipt = await (await get("proof?decision=r1-1-7")).text();
    const [head = "", ...rest] = receipt.split("\n\n");
    const [, indexLine = "", ...path] = head.split("\n");
    const index = Number(indexLine.slice("index ".length));
    const checkpoint = parseCheckpoint(parseNote(rest.join("\n\n"))?.text ?? "");
    const entry = decodeBundle(await bytes("tile/entries/000"))?.[index] ?? new Uint8Array();
    expect(JSON.parse(Buffer.from(entry).toString())).toMatchObject({ id: "r1/1/7", log: "inference" });
    const hashes = path.map((line) => Buffer.from(line, "base64"));
    const { size: of = 0, root = new Uint8Array() } = checkpoint ?? {};
    expect(verifyInclusion(leafHash(entry), index, of, hashes, root)).toBe(true);
    expect(await (await get("proof?id=r1/1/7")).text()).toBe(receipt);
  });

  it.each(["decision=r9-1-1", "decision=", "decision=r1-1-7&decision=r1-1-8", "decision=%25"])(
    "keeps it shut for %s",
    async (query) => {
      expect((await get(`proof?${query}`)).status).toBe(404);
    },
  );

  it("shows monitors the last checkpoint that its witness cosigned, and none of a log it does not know", async () => {
    const hash = createHash("sha256").update(NAME).digest("hex");
    const last = await fetch(witnessAt(`${hash}/checkpoint`));
    expect([last.status, last.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const note = parseNote(await last.text());
    expect(parseCheckpoint(note?.text ?? "")?.size).toBe(310);
    expect(note?.signatures.map(({ keyId }) => keyId)).toEqual([key.keyId, witnessKey.keyId]);
    const other = createHash("sha256").update("socle.test/governance").digest("hex");
    for (const path of [`${other}/checkpoint`, `${hash}/checkpoint/`, `../${hash}`, hash])
      expect([path, (await fetch(witnessAt(path))).status]).toEqual([path, 404]);
  });

  it("that was pruned after its time verifies by its address as by its folder", async () => {
    expect(await verify()).toMatchObject({ ok: true, from: 0 });
    await socle.stop();
    socle = await start(6);
    await expect.poll(async () => (await get("tile/entries/000")).status).toBe(404);
    const note = await get("minimum-index");
    expect(note.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(note.headers.get("cache-control")).toBe("no-cache");
    expect(await note.text()).toContain("\nminimum-index 256\n");
    expect(await verify()).toMatchObject({ ok: true, from: 256, size: 310 });
  });
});
