import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MemoryLogQueue } from "../../../../test/fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../../../../test/fakes/memory/audit/memory-log-storage.js";
import { monthlyPseudonym, type EntrySource } from "../domain/log-entry.js";
import { checkpointText, parseCheckpoint } from "../domain/note/checkpoint.js";
import { NOTE_TYPES, noteSigner } from "../domain/note/note-key.js";
import { parseNote, printNote, signText } from "../domain/note/signed-note.js";
import { decodeBundle } from "../domain/tiles/entry-bundle.js";
import { WitnessDesk, type SeenTree } from "../domain/witness/witness-desk.js";
import { parseSubmission, printSubmission } from "../domain/witness/add-checkpoint.js";
import type { Witness, WitnessAnswer } from "../ports/witness.port.js";
import { LogUnwitnessed, Sequencer, type SequencerPorts } from "./sequence-log.js";

const key = generateKeyPairSync("ed25519").privateKey;
const signer = noteSigner("socle.example/governance", NOTE_TYPES.ed25519, key);
const record = (number: number): EntrySource => ({
  entryId: `event-${String(number)}`,
  salt: new Uint8Array(32).fill(number),
  source: {
    id: `event-${String(number)}`,
    at: "2026-11-24T10:00:00Z",
    useCase: "registry.suspend-use-case",
    actor: "a",
  },
});

/** A witness in memory, with what it remembers. */
function aWitness(): { witness: Witness; memory: Map<string, SeenTree>; signer: typeof signer } {
  const own = noteSigner("witness.example", NOTE_TYPES.cosignature, generateKeyPairSync("ed25519").privateKey);
  const memory = new Map<string, SeenTree>();
  const desk = new WitnessDesk(
    [signer],
    own,
    {
      load: (origin) => Promise.resolve(memory.get(origin) ?? null),
      save: (origin, seen) => Promise.resolve(void memory.set(origin, seen)),
    },
    { now: () => new Date("2026-11-24T10:00:00Z") },
  );
  const cosign = async (...args: Parameters<Witness["cosign"]>): Promise<WitnessAnswer> => {
    const { status, body } = await desk.addCheckpoint(printSubmission(...args));
    if (status === 409) return { kind: "elsewhere", size: Number(body) };
    if (status !== 200) return { kind: "refused", status };
    return { kind: "cosigned", signatures: parseNote(`-\n\n${body}`)?.signatures ?? [] };
  };
  return { witness: { cosign }, memory, signer: own };
}

const scene = (witness: Witness | null = null) => {
  const alarms: string[] = [];
  const storage = new MemoryLogStorage();
  const ports: SequencerPorts = {
    storage,
    signer,
    earlier: [],
    pseudonym: monthlyPseudonym(Buffer.from("secret")),
    witness,
    witnessRequired: false,
    alarm: (event, detail) => alarms.push(`${event}: ${detail}`),
  };
  return { alarms, storage, ports, queue: new MemoryLogQueue() };
};
/** A disk without room for one kind of change. */
class FullDisk extends MemoryLogStorage {
  full = true;
  constructor(private readonly at: "write" | "publish" | "remove") {
    super();
  }
  override write(...call: Parameters<MemoryLogStorage["write"]>): Promise<void> {
    return this.room("write") ?? super.write(...call);
  }
  override publish(...call: Parameters<MemoryLogStorage["publish"]>): Promise<void> {
    return this.room("publish") ?? super.publish(...call);
  }
  override remove(...call: Parameters<MemoryLogStorage["remove"]>): Promise<void> {
    return this.room("remove") ?? super.remove(...call);
  }
  private room(at: string): Promise<never> | null {
    if (!this.full || at !== this.at) return null;
    return Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" }));
  }
}
const numbered = (entry: EntrySource, number: number): EntrySource => ({
  ...entry,
  entryId: `event-${String(number)}`,
});
const published = (storage: MemoryLogStorage): number | null => {
  const note = parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
  return note === null ? null : (parseCheckpoint(note.text)?.size ?? null);
};
const ids = (storage: MemoryLogStorage, path: string): string[] =>
  (decodeBundle(storage.files.get(`governance/${path}`) ?? new Uint8Array()) ?? []).map(
    (bytes) => (JSON.parse(Buffer.from(bytes).toString()) as { id: string }).id,
  );

describe("the sequencer", () => {
  it("publishes what waits, in order, under a signed checkpoint, and nothing when nothing waits", async () => {
    const { ports, queue, storage } = scene();
    queue.put(record(1), record(2), record(3));
    const sequencer = await Sequencer.open("governance", queue, ports);
    expect(await sequencer.step()).toBe(3);
    expect(await sequencer.step()).toBe(0);
    expect(published(storage)).toBe(3);
    expect(ids(storage, "tile/entries/000.p/3")).toEqual(["event-1", "event-2", "event-3"]);
  });

  it("writes no name and no content: who acted is a pseudonym, what was done a commitment", async () => {
    const { ports, queue, storage } = scene();
    queue.put({
      ...record(1),
      source: { ...record(1).source, actor: "camille.roy", data: { reason: "secret words" } },
    });
    await (await Sequencer.open("governance", queue, ports)).step();
    const text = Buffer.from(storage.files.get("governance/tile/entries/000.p/1") ?? []).toString();
    expect(text).toContain('"commitment"');
    expect(text).not.toMatch(/camille|secret words/u);
  });

  it.each(["write", "publish"] as const)("loses nothing and writes nothing twice when it dies at %s", async (at) => {
    const { ports, queue, storage } = scene();
    queue.put(record(1), record(2));
    await (await Sequencer.open("governance", queue, ports)).step();
    queue.put(record(3), record(4));
    const dying = Object.assign(Object.create(storage) as MemoryLogStorage, {
      [at]: () => Promise.reject(new Error("power")),
    });
    const doomed = await Sequencer.open("governance", queue, { ...ports, storage: dying });
    await expect(doomed.step()).rejects.toThrow("power");
    const again = await Sequencer.open("governance", queue, ports);
    expect(await again.step()).toBe(2);
    expect(await again.step()).toBe(0);
    expect(ids(storage, "tile/entries/000.p/4")).toEqual(["event-1", "event-2", "event-3", "event-4"]);
  });

  it("takes up what was published without the database having heard of it", async () => {
    const { ports, queue, storage } = scene();
    queue.put(record(1));
    const deaf = Object.assign(Object.create(queue) as MemoryLogQueue, {
      published: () => Promise.reject(new Error("connection lost")),
    });
    await expect((await Sequencer.open("governance", deaf, ports)).step()).rejects.toThrow("connection lost");
    queue.put(record(2));
    const again = await Sequencer.open("governance", queue, ports);
    expect(await again.step()).toBe(1);
    expect(ids(storage, "tile/entries/000.p/2")).toEqual(["event-1", "event-2"]);
  });

  it.each(["write", "publish", "remove"] as const)(
    "goes on where it stopped when the disk that was full at %s has room again, with each entry once",
    async (at) => {
      const { ports, queue } = scene();
      const storage = new FullDisk(at);
      const disk = { ...ports, storage };
      queue.put(...Array.from({ length: 300 }, (_, index) => numbered(record(index % 256), index)));
      // A log that begins publishes that it is empty; what is written comes with the first entries.
      const stopped = Sequencer.open("governance", queue, disk).then((sequencer) => sequencer.step());
      await expect(stopped).rejects.toMatchObject({ code: "ENOSPC" });
      queue.put(...Array.from({ length: 20 }, (_, index) => numbered(record(index), 1000 + index)));
      storage.full = false;
      const again = await Sequencer.open("governance", queue, disk);
      while ((await again.step()) > 0);
      expect(published(storage)).toBe(320);
      const all = [...ids(storage, "tile/entries/000"), ...ids(storage, "tile/entries/001.p/64")];
      expect(new Set(all).size).toBe(320);
    },
  );

  it("keeps no partial form of what became whole", async () => {
    const { ports, queue, storage } = scene();
    const sequencer = await Sequencer.open("governance", queue, ports);
    for (let turn = 0; turn < 4; turn += 1) {
      queue.put(...Array.from({ length: 70 }, (_, index) => numbered(record(index), turn * 70 + index)));
      await sequencer.step();
    }
    const paths = [...storage.files.keys()].filter((path) => path.includes("/000"));
    expect(paths.filter((path) => path.includes("tile/0/000.p") || path.includes("entries/000.p"))).toEqual([]);
    expect(paths).toContain("governance/tile/0/000");
    expect((await Sequencer.open("governance", queue, ports)).size).toBe(280);
  });

  it("goes on under a new key at once, says which was before, and reads what either signed", async () => {
    const { ports, queue, storage } = scene();
    queue.put(record(1));
    await (await Sequencer.open("governance", queue, ports)).step();
    const next = noteSigner(signer.name, NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
    const rotated = await Sequencer.open("governance", queue, { ...ports, signer: next, earlier: [signer] });
    expect(rotated.signedBefore?.keyId).toBe(signer.keyId);
    const note = parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
    expect(note?.signatures.map(({ keyId }) => keyId)).toEqual([next.keyId]);
    const again = await Sequencer.open("governance", queue, { ...ports, signer: next, earlier: [signer] });
    expect(again.signedBefore).toBeNull();
    await expect(Sequencer.open("governance", queue, ports)).rejects.toThrow("not signed");
  });

  it("signs nothing when the database was put back to an earlier state", async () => {
    const { ports, queue } = scene();
    queue.put(record(1), record(2));
    await (await Sequencer.open("governance", queue, ports)).step();
    await expect(Sequencer.open("governance", new MemoryLogQueue(), ports)).rejects.toThrow(/restored/u);
  });

  it("signs nothing over tiles that were changed, or under another key", async () => {
    const { ports, queue, storage } = scene();
    queue.put(record(1), record(2));
    await (await Sequencer.open("governance", queue, ports)).step();
    const other = noteSigner(signer.name, NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
    await expect(Sequencer.open("governance", queue, { ...ports, signer: other })).rejects.toThrow(/not signed/u);
    const rotated = await Sequencer.open("governance", queue, { ...ports, signer: other, earlier: [signer] });
    expect(rotated.size).toBe(2);
    const tile = storage.files.get("governance/tile/0/000.p/2") ?? new Uint8Array();
    storage.files.set(
      "governance/tile/0/000.p/2",
      Uint8Array.from(tile, (byte, index) => (index === 3 ? byte ^ 1 : byte)),
    );
    await expect(Sequencer.open("governance", queue, { ...ports, signer: other })).rejects.toThrow(
      "its tiles do not have the root",
    );
  });
});

describe("the witness", () => {
  it("cosigns each checkpoint that continues the last, also after the log forgot where it was", async () => {
    const { witness, memory } = aWitness();
    const { ports, queue, alarms } = scene(witness);
    queue.put(...Array.from({ length: 5 }, (_, index) => record(index)));
    await (await Sequencer.open("governance", queue, ports)).step();
    queue.put(record(5), record(6));
    await (await Sequencer.open("governance", queue, ports)).step();
    expect(alarms).toEqual([]);
    expect(memory.get(signer.name)?.size).toBe(7);
  });

  it("refuses a log that was begun again, and one that was put back", async () => {
    const { witness, memory } = aWitness();
    const first = scene(witness);
    first.queue.put(record(1), record(2), record(3));
    await (await Sequencer.open("governance", first.queue, first.ports)).step();
    const fork = scene(witness);
    fork.queue.put(record(1), record(9), record(3), record(4));
    await (await Sequencer.open("governance", fork.queue, fork.ports)).step();
    expect(fork.alarms).toEqual(["witness_refused: it saw 3", "witness_refused: status 422"]);
    const behind = scene(witness);
    behind.queue.put(record(1));
    await (await Sequencer.open("governance", behind.queue, behind.ports)).step();
    expect(behind.alarms).toEqual(["witness_refused: it saw 3", "witness_refused: it saw 3"]);
    expect(memory.get(signer.name)?.size).toBe(3);
  });

  it("cosigns a log without new entries anew; while it is down, the last cosignature stays", async () => {
    const { witness, signer: by } = aWitness();
    let down = false;
    const { ports, queue, storage, alarms } = scene({
      cosign: (...args) => (down ? Promise.reject(new Error("refused connection")) : witness.cosign(...args)),
    });
    queue.put(record(1));
    const sequencer = await Sequencer.open("governance", queue, ports);
    await sequencer.step();
    const now = () => parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
    const { text } = now() ?? {};
    storage.files.set("governance/checkpoint", Buffer.from("replaced when it is cosigned"));
    await sequencer.renew();
    expect([now()?.text, now()?.signatures.map(({ keyId }) => keyId)]).toEqual([text, [signer.keyId, by.keyId]]);
    const before = now();
    down = true;
    await sequencer.renew();
    expect(now()).toEqual(before);
    expect(alarms).toEqual(["witness_down: refused connection"]);
  });

  it("does not stop the log while it is down", async () => {
    const { ports, queue, alarms, storage } = scene({ cosign: () => Promise.reject(new Error("refused connection")) });
    queue.put(record(1));
    expect(await (await Sequencer.open("governance", queue, ports)).step()).toBe(1);
    expect(published(storage)).toBe(1);
    expect(new Set(alarms)).toEqual(new Set(["witness_down: refused connection"]));
  });

  it("holds the log up where it is required, and every entry is there when it is back", async () => {
    const { witness } = aWitness();
    let down = true;
    const { ports, queue, storage } = scene({
      cosign: (...args) => (down ? Promise.reject(new Error("refused connection")) : witness.cosign(...args)),
    });
    const strict = { ...ports, witnessRequired: true };
    await expect(Sequencer.open("governance", queue, strict)).rejects.toBeInstanceOf(LogUnwitnessed);
    expect(published(storage)).toBeNull();
    down = false;
    const sequencer = await Sequencer.open("governance", queue, strict);
    queue.put(record(1));
    down = true;
    await expect(sequencer.step()).rejects.toBeInstanceOf(LogUnwitnessed);
    expect(published(storage)).toBe(0);
    queue.put(record(2));
    down = false;
    while ((await sequencer.step()) > 0);
    expect(ids(storage, "tile/entries/000.p/2")).toEqual(["event-1", "event-2"]);
  });

  it("goes on signing when its clock goes back: what it compares is the tree", async () => {
    const { witness, memory } = aWitness();
    const { ports, queue, alarms } = scene(witness);
    for (const number of [1, 2, 3]) {
      queue.put({
        ...record(number),
        source: { ...record(number).source, at: `2026-11-2${String(5 - number)}T10:00:00Z` },
      });
      await (await Sequencer.open("governance", queue, ports)).step();
    }
    expect([alarms, memory.get(signer.name)?.size]).toEqual([[], 3]);
  });

  it("answers as the protocol says", async () => {
    const { witness } = aWitness();
    expect(await witness.cosign(0, [], "nonsense")).toEqual({ kind: "refused", status: 400 });
    const { ports, queue, storage } = scene();
    queue.put(record(1));
    await (await Sequencer.open("governance", queue, ports)).step();
    const note = Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString();
    expect(await witness.cosign(5, [], note)).toEqual({ kind: "refused", status: 400 });
    expect(await witness.cosign(1, [], note)).toEqual({ kind: "elsewhere", size: 0 });
    expect(await witness.cosign(0, [new Uint8Array(32)], note)).toEqual({ kind: "refused", status: 422 });
    expect(await witness.cosign(0, [], note.replace("governance", "inference"))).toEqual({
      kind: "refused",
      status: 404,
    });
    expect(await witness.cosign(0, [], note.replace("\n1\n", "\n2\n"))).toEqual({ kind: "refused", status: 403 });
    expect(await witness.cosign(0, [], note)).toMatchObject({ kind: "cosigned" });
    expect(await witness.cosign(1, [], note)).toMatchObject({ kind: "cosigned" });
    const other = checkpointText({ origin: signer.name, size: 1, root: new Uint8Array(32) });
    const forked = printNote({ text: other, signatures: [signText(signer, other)] });
    expect(await witness.cosign(1, [], forked)).toEqual({ kind: "elsewhere", size: 1 });
    expect(parseSubmission("old 01\n\nx")).toBeNull();
  });
});
