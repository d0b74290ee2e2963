import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderLogStorage } from "../../control-plane/src/audit/adapters/folder/folder-log-storage.js";
import { PgLogQueueDoor } from "../../control-plane/src/audit/adapters/postgres/pg-log-queue.js";
import { leafHash } from "../../control-plane/src/audit/domain/merkle/hash.js";
import { verifyInclusion } from "../../control-plane/src/audit/domain/merkle/verify-proof.js";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import { parseNote } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { decodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { LogSettings } from "../../control-plane/src/platform/config/log-settings.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { createDataSource } from "../../control-plane/src/platform/database/data-source.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { servedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { runOn } from "../fakes/run-on.js";

const database = useDatabase();
const system = systemActor("test");
const signingKey = generateKeyPairSync("ed25519").privateKey;
let folder: string;
let logs: LogSettings;
let socle: TestControlPlane;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "socle-log-"));
  await servedScene(database);
  logs = {
    folder,
    signingKey,
    origin: "socle.test",
    earlierKeys: [],
    witnessUrl: null,
    witnessRequired: false,
    retentionMonths: null,
  };
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl, logs });
});
afterAll(async () => {
  await socle?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fetched = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${socle.origin}/log/${path}`)).arrayBuffer());
const sizeOf = async (log: string): Promise<number> => {
  const note = parseNote((await fetched(`${log}/checkpoint`)).toString());
  return (note === null ? null : parseCheckpoint(note.text))?.size ?? -1;
};
const eventIds = () =>
  database.write(system, (ctx) => rowsOf<{ id: string }>(ctx, `SELECT id::text FROM governance_event ORDER BY at, id`));

describe("the governance log", () => {
  it("has an entry for every act of the journal, those from before the log too, each once", async () => {
    const before = await eventIds();
    expect(before.length).toBeGreaterThan(0);
    await expect.poll(() => sizeOf("governance")).toBe(before.length);
    await runOn(database, system, registryUseCases.defineAlias, { name: "langage", model: "none" }).catch(() => null);
    await runOn(database, system, registryUseCases.importModel, {
      name: "petit",
      publisher: "Éditeur",
      publisherCountry: "FR",
      licence: "Apache-2.0",
      contextWindow: 1024,
      simulatedOnly: true,
    });
    const after = await eventIds();
    expect(after.length).toBe(before.length + 1);
    await expect.poll(() => sizeOf("governance")).toBe(after.length);
    const bundle = decodeBundle(await fetched(`governance/tile/entries/000.p/${String(after.length)}`)) ?? [];
    const logged = bundle.map((bytes) => (JSON.parse(Buffer.from(bytes).toString()) as { id: string }).id);
    expect(logged.toSorted()).toEqual(after.map(({ id }) => id).toSorted());
  });

  it("gives a receipt that proves the entry under the signed checkpoint", async () => {
    const [event] = await eventIds();
    const receipt = (await fetched(`governance/proof?id=${event?.id ?? ""}`)).toString();
    const [head = "", ...rest] = receipt.split("\n\n");
    const [first, indexLine = "", ...path] = head.split("\n");
    const checkpoint = parseCheckpoint(parseNote(rest.join("\n\n"))?.text ?? "");
    const index = Number(indexLine.slice("index ".length));
    const bundle = decodeBundle(await fetched(`governance/tile/entries/000.p/${String(checkpoint?.size)}`)) ?? [];
    const entry = bundle[index] ?? new Uint8Array();
    expect(first).toBe("c2sp.org/tlog-proof@v1");
    expect(Buffer.from(entry).toString()).toContain(event?.id);
    const hashes = path.map((line) => Buffer.from(line, "base64"));
    const { size = 0, root = new Uint8Array() } = checkpoint ?? {};
    expect(verifyInclusion(leafHash(entry), index, size, hashes, root)).toBe(true);
  });

  it.each(["nothing/checkpoint", "governance/tile/0/999", "governance/tile/../../x", "governance/proof?id=unknown"])(
    "answers 404 for %s",
    async (path) => {
      expect((await fetch(`${socle.origin}/log/${path}`)).status).toBe(404);
    },
  );

  it("has one sequencer: a second one stands by", async () => {
    const source = createDataSource({ url: database.urls.appUrl, poolSize: 2, onPoolError: () => undefined });
    await source.initialize();
    expect(await new PgLogQueueDoor(source).enter("governance")).toBeNull();
    await source.destroy();
  });

  it("cannot be written or emptied by the application's own role", async () => {
    const attempt = (statement: string) => database.write(system, (ctx) => rowsOf(ctx, statement));
    await expect(attempt(`INSERT INTO log_entry (log, entry_id) VALUES ('governance', 'x')`)).rejects.toThrow();
    await expect(attempt(`DELETE FROM log_entry`)).rejects.toThrow();
    await expect(attempt(`UPDATE log_entry SET entry_id = 'x'`)).rejects.toThrow();
  });

  it("stops rather than sign when the database was put back, and says so", async () => {
    await socle.stop();
    const before = await published();
    await asOwner(database, `TRUNCATE log_entry`);
    socle = await startControlPlane({ databaseUrl: database.urls.appUrl, logs });
    const failures = async () => {
      const metrics = await (await fetch(`${socle.origin}/metrics`)).text();
      return Number(/socle_log_failures_total\{log="governance"\} ([0-9]+)/u.exec(metrics)?.[1] ?? 0);
    };
    await expect.poll(failures).toBeGreaterThan(0);
    expect(await published()).toBe(before);
  });
});

const published = async (): Promise<string> =>
  Buffer.from((await new FolderLogStorage(folder).read("governance", "checkpoint")) ?? []).toString();
