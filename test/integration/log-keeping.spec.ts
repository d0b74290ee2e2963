import { execFile } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PgLogStorage } from "../../control-plane/src/audit/adapters/postgres/pg-log-storage.js";
import { NOTE_TYPES, noteVerifier, verifierKey } from "../../control-plane/src/audit/domain/note/note-key.js";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import { parseNote } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { decodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.js";
import { logStorageBehaves } from "../../control-plane/src/audit/ports/log-storage.behaviour.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { LogSettings } from "../../control-plane/src/platform/config/log-settings.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { registryUseCases } from "../../control-plane/src/registry/index.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs } from "../fakes/signed-in.js";

const TOOL = fileURLToPath(new URL("../../control-plane/verifier/verify-log.mjs", import.meta.url));
const database = useDatabase();
const system = systemActor("test");
const [first, second] = [generateKeyPairSync("ed25519").privateKey, generateKeyPairSync("ed25519").privateKey];
const base = { origin: "socle.test", earlierKeys: [], witnessUrl: null, witnessRequired: false, retentionMonths: null };
const folder = mkdtempSync(join(tmpdir(), "socle-log-keeping-"));
let scene: ServedScene;
let socle: TestControlPlane | null = null;

beforeAll(async () => {
  scene = await servedScene(database);
});
afterAll(async () => {
  await socle?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const keyOf = (signingKey: LogSettings["signingKey"]): string =>
  verifierKey(noteVerifier("socle.test/governance", NOTE_TYPES.ed25519, createPublicKey(signingKey)));
const restart = async (logs: LogSettings): Promise<TestControlPlane> => {
  await socle?.stop();
  return (socle = await startControlPlane({ databaseUrl: database.urls.appUrl, logs }));
};
const fetched = async (path: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${socle?.origin ?? ""}/log/governance/${path}`)).arrayBuffer());
const sizeNow = async (): Promise<number> =>
  parseCheckpoint(parseNote((await fetched("checkpoint")).toString())?.text ?? "")?.size ?? -1;
const recorded = async (): Promise<number> => {
  const [row] = await database.write(system, (ctx) =>
    rowsOf<{ n: string }>(ctx, `SELECT count(*) AS n FROM governance_event`),
  );
  return Number(row?.n);
};
const caughtUp = () => expect.poll(async () => (await sizeNow()) - (await recorded())).toBe(0);
interface Entry {
  readonly id: string;
  readonly act: string;
  readonly commitment: string;
  readonly shown?: Readonly<Record<string, unknown>>;
}
const entries = async (): Promise<readonly Entry[]> => {
  const size = await sizeNow();
  const bundle = decodeBundle(await fetched(`tile/entries/000.p/${String(size)}`)) ?? [];
  return bundle.map((bytes) => JSON.parse(Buffer.from(bytes).toString()) as Entry);
};
const verify = (...keys: readonly string[]): Promise<{ readonly ok: boolean; readonly why?: string }> =>
  new Promise((resolve) => {
    const args = [TOOL, "--log", `${socle?.origin ?? ""}/log/governance`, ...keys.flatMap((key) => ["--key", key])];
    execFile(process.execPath, args, (_error, stdout) => resolve(JSON.parse(stdout) as { ok: boolean }));
  });
const act = (name: string) =>
  runOn(database, system, registryUseCases.importModel, {
    name,
    publisher: "Éditeur",
    publisherCountry: "FR",
    licence: "Apache-2.0",
    contextWindow: 1024,
    simulatedOnly: true,
  });

logStorageBehaves("in PostgreSQL", () => new PgLogStorage(database.dataSource));

describe("a log that is kept in the database", () => {
  it("is served and verified as one in a folder is", async () => {
    await asOwner(database, `TRUNCATE log_file`);
    await restart({ ...base, folder: null, signingKey: first });
    await act("en-base");
    await caughtUp();
    expect(await verify(keyOf(first))).toMatchObject({ ok: true, size: await recorded() });
  });

  it("cannot be changed by a person's session, and is in the backup with its queue", async () => {
    const { rows } = await database.write(systemActor("test"), async (ctx) => ({
      rows: await rowsOf<{ path: string }>(ctx, `SELECT path FROM log_file`),
    }));
    expect(rows.map(({ path }) => path)).toContain("checkpoint");
    const operator = { kind: "person", id: "x", name: "x", contractor: false, mfa: true } as const;
    const memberships = [{ organisationId: scene.ariane, role: "ariane_operator" }] as const;
    const seen = database.write({ ...operator, memberships }, (ctx) =>
      rowsOf(ctx, `DELETE FROM log_file RETURNING path`),
    );
    expect(await seen).toEqual([]);
  });

  it("goes on under a new key, which its own entries announce", async () => {
    await restart({ ...base, folder: null, signingKey: second, earlierKeys: [keyOf(first)] });
    await expect.poll(async () => (await entries()).some((each) => each.act === "audit.change-log-key")).toBe(true);
    await caughtUp();
    const announced = (await entries()).find((each) => each.act === "audit.change-log-key");
    expect(announced?.shown).toEqual({ log: "governance", key: keyOf(second), before: keyOf(first) });
    expect(await verify(keyOf(second))).toMatchObject({ ok: true });
    expect(await verify(keyOf(first))).toMatchObject({ ok: false });
  });
});

describe("an entry's opening", () => {
  const OPENING = (id: string) =>
    `{ opening: logEntryOpening(log: GOVERNANCE, entryId: "${id}") { index salt source commitment } }`;
  const mutation = (name: string, done: string) => (id: string) => `mutation { erased: ${name}(input: { log: GOVERNANCE,
    entryId: "${id}", reason: "A person asked that it be forgotten." }) { __typename ... on ${done} { index }
    ... on Conflict { code } ... on Forbidden { code } ... on NotFound { code } } }`;
  const ERASE = mutation("eraseLogSalt", "ErasedLogSalt");
  const ASK = mutation("askLogSaltErasure", "AskedLogSaltErasure");
  type Opening = {
    opening: { index: number; salt: string | null; source: string | null; commitment: string | null } | null;
  };
  type Erased = { erased: { __typename: string; index?: number; code?: string } };

  it("lets an auditor show what was recorded, until two people of the compliance cell erase it; the log verifies on", async () => {
    const origin = socle?.origin ?? "";
    const [auditor, compliance, colleague, operator] = [
      await signedInAs(database, origin, "auditor", scene.etat),
      await signedInAs(database, origin, "compliance", scene.etat),
      await signedInAs(database, origin, "compliance", scene.etat),
      await signedInAs(database, origin, "ariane_operator", scene.ariane),
    ];
    await caughtUp();
    const entry = (await entries()).find((each) => each.act === "registry.import-model");
    if (entry === undefined) throw new Error("there is no act to open");
    const opening = (await auditor.graphql<Opening>(OPENING(entry.id))).data?.opening;
    const recomputed = createHash("sha256")
      .update(Buffer.from(opening?.salt ?? "", "hex"))
      .update(opening?.source ?? "");
    expect(recomputed.digest("base64")).toBe(entry.commitment);
    expect(opening?.commitment).toBe(entry.commitment);
    expect((await operator.graphql<Opening>(OPENING(entry.id))).data?.opening).toBeNull();

    expect((await operator.graphql<Erased>(ERASE(entry.id))).data?.erased).toMatchObject({ __typename: "Forbidden" });
    expect((await auditor.graphql<Erased>(ERASE(entry.id))).data?.erased).toMatchObject({ __typename: "Forbidden" });
    for (const asker of [operator, auditor])
      expect((await asker.graphql<Erased>(ASK(entry.id))).data?.erased).toMatchObject({ __typename: "Forbidden" });
    const alone = async () => (await compliance.graphql<Erased>(ERASE(entry.id))).data?.erased;
    expect(await alone()).toMatchObject({ __typename: "Conflict", code: "log_entry.erasure_not_asked" });
    const asked = (await compliance.graphql<Erased>(ASK(entry.id))).data?.erased;
    expect(asked).toEqual({ __typename: "AskedLogSaltErasure", index: opening?.index });
    expect(await alone()).toMatchObject({ __typename: "Forbidden", code: "request.own" });
    // Nor by a statement of the application's own: the database counts the people too, and nobody asks for another.
    const memberships = [{ organisationId: scene.etat, role: "compliance" }] as const;
    const cell = { kind: "person", id: compliance.personId, name: "x", contractor: false, mfa: true } as const;
    const bySql = (sql: string, values: readonly string[]) =>
      database.write({ ...cell, memberships }, (ctx) => rowsOf<{ index: string | null }>(ctx, sql, values));
    expect(await bySql(`SELECT log_entry_erase('governance', $1) AS index`, [entry.id])).toEqual([{ index: null }]);
    const forged = `INSERT INTO salt_erasure (log, entry_id, asked_by) VALUES ('governance', $1, $2)`;
    await expect(bySql(forged, [entry.id, colleague.personId])).rejects.toThrow(/row-level security/u);
    const done = (await colleague.graphql<Erased>(ERASE(entry.id))).data?.erased;
    expect(done).toEqual({ __typename: "ErasedLogSalt", index: opening?.index });
    expect((await compliance.graphql<Erased>(ERASE(entry.id))).data?.erased).toMatchObject({
      code: "log_entry.erased",
    });

    const gone = (await auditor.graphql<Opening>(OPENING(entry.id))).data?.opening;
    expect(gone).toMatchObject({ index: opening?.index, salt: null, commitment: null });
    await caughtUp();
    expect((await entries()).find((each) => each.act === "audit.erase-salt")?.shown).toEqual({
      log: "governance",
      index: opening?.index,
    });
    expect((await entries()).find(({ id }) => id === entry.id)).toEqual(entry);
    expect(await verify(keyOf(second))).toMatchObject({ ok: true });
    const dump = await database.write(system, (ctx) =>
      rowsOf<{ salt: Buffer | null }>(ctx, `SELECT salt FROM log_entry WHERE entry_id = $1`, [entry.id]),
    );
    expect(dump).toEqual([{ salt: null }]);
  });
});

describe("a disk that cannot be written", () => {
  it("stops the log and nothing else, with an alarm; what happened meanwhile is in it once when there is room", async () => {
    const place = join(folder, "full");
    writeFileSync(place, "a file where the folder should be");
    await asOwner(
      database,
      `ALTER TABLE log_entry DISABLE TRIGGER ALL`,
      `UPDATE log_entry SET index = NULL, source = '{"at":"2026-11-01T00:00:00Z"}', salt = decode(repeat('00', 32), 'hex')`,
      `ALTER TABLE log_entry ENABLE TRIGGER ALL`,
    );
    await restart({ ...base, folder: place, signingKey: second });
    const failures = async (): Promise<number> => {
      const metrics = await (await fetch(`${socle?.origin ?? ""}/metrics`)).text();
      return Number(/socle_log_failures_total\{log="governance"\} ([0-9]+)/u.exec(metrics)?.[1] ?? 0);
    };
    await expect.poll(failures).toBeGreaterThan(0);
    const before = await recorded();
    await act("pendant-la-panne");
    expect(await recorded()).toBe(before + 1);
    rmSync(place);
    mkdirSync(place);
    await caughtUp();
    const ids = (await entries()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(await recorded());
    expect(await verify(keyOf(second))).toMatchObject({ ok: true });
  });
});
