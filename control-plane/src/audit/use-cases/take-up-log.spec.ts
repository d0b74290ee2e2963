import { beforeEach, describe, expect, it } from "vitest";
import {
  aWitness,
  idsIn,
  logScene,
  newKey,
  publishedSize,
  record,
  records,
} from "../../../../test/builders/log-scene.js";
import { MemoryLogQueue } from "../../../../test/fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../../../../test/fakes/memory/audit/memory-log-storage.js";
import { NOTE_TYPES, noteSigner } from "../domain/note/note-key.js";
import { LogDiverged, LogOvertaken, LogUnwitnessed } from "./log-stops.js";
import { Sequencer } from "./sequence-log.js";

type Scene = ReturnType<typeof logScene>;
let log: Scene;
let witness: ReturnType<typeof aWitness>;
beforeEach(() => {
  witness = aWitness();
  log = logScene(witness.witness);
});

const copied = ({ storage, queue }: Pick<Scene, "storage" | "queue">) => ({
  storage: Object.assign(new MemoryLogStorage(), { files: new Map(storage.files) }),
  queue: Object.assign(new MemoryLogQueue(), structuredClone({ ...queue })),
});
/** Whatever of it differs from the log of this test: storage, queue, witness. */
const open = ({ queue = log.queue, ...ports }: Partial<Scene["ports"]> & { readonly queue?: MemoryLogQueue } = {}) =>
  Sequencer.open("governance", queue, { ...log.ports, ...ports });
const grow = async (from: number, to: number): Promise<void> => {
  log.queue.put(...records(from, to));
  await (await open()).step();
};
const checkpoint = (storage = log.storage): string =>
  Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString();

describe("a log that is taken up from a backup", () => {
  it.each([
    ["database", /database was restored from before/u],
    ["storage", /storage was restored from before/u],
  ] as const)("signs nothing when the %s alone is older, with or without a witness", async (part, why) => {
    await grow(0, 3);
    const backup = copied(log);
    await grow(3, 5);
    const restored = part === "database" ? { queue: backup.queue } : { storage: backup.storage };
    for (const each of [{}, { witness: null }]) {
      const before = checkpoint(restored.storage);
      const opened = open({ ...restored, ...each });
      await expect(opened).rejects.toBeInstanceOf(LogDiverged);
      await expect(opened).rejects.toThrow(why);
      expect(checkpoint(restored.storage)).toBe(before);
    }
  });

  it("signs nothing when both are older, since its witness saw more; nor while the witness is not heard", async () => {
    await grow(0, 3);
    const backup = copied(log);
    await grow(3, 5);
    backup.queue.put(record(100));
    const before = checkpoint(backup.storage);
    const away = { cosign: () => Promise.reject(new Error("connection refused")) };
    await expect(open({ ...backup, witness: away })).rejects.toBeInstanceOf(LogUnwitnessed);
    await expect(open(backup)).rejects.toThrow(/witness cosigned 5 entries, of which storage and database hold 3/u);
    expect(checkpoint(backup.storage)).toBe(before);
    expect(witness.memory.get(log.ports.signer.name)?.size).toBe(5);
  });

  it("goes on when the backup is the newest there is: what came after is added, and what was kept is there", async () => {
    await grow(0, 3);
    const backup = copied(log);
    backup.queue.put(record(3));
    expect(await (await open(backup)).step()).toBe(1);
    expect(idsIn(backup.storage, "tile/entries/000.p/4")).toEqual(["event-0", "event-1", "event-2", "event-3"]);
    expect(witness.memory.get(log.ports.signer.name)?.size).toBe(4);
  });

  it("signs nothing over storage of as many entries that has another history", async () => {
    await grow(0, 3);
    const other = logScene(null);
    other.queue.put(...records(10, 13));
    await (await Sequencer.open("governance", other.queue, other.ports)).step();
    await expect(open({ storage: other.storage, witness: null })).rejects.toThrow(/different histories/u);
  });

  it("overwrites nothing that a newer history left behind its checkpoint", async () => {
    await grow(0, 3);
    const backup = copied(log);
    await grow(3, 4);
    for (const [path, bytes] of log.storage.files) if (path.includes("/tile/")) backup.storage.files.set(path, bytes);
    backup.queue.put(record(100));
    const sequencer = await open({ ...backup, witness: null });
    await expect(sequencer.step()).rejects.toThrow(/holds other entries/u);
    expect([publishedSize(backup.storage), idsIn(backup.storage, "tile/entries/000.p/4").at(-1)]).toEqual([
      3,
      "event-3",
    ]);
  });

  it("signs nothing over tiles that were changed, or under another key", async () => {
    await grow(0, 2);
    const other = noteSigner(log.ports.signer.name, NOTE_TYPES.ed25519, newKey());
    await expect(open({ signer: other, witness: null })).rejects.toThrow(/not signed/u);
    const tile = log.storage.files.get("governance/tile/0/000.p/2") ?? new Uint8Array();
    const changed = Uint8Array.from(tile, (byte, index) => (index === 3 ? byte ^ 1 : byte));
    log.storage.files.set("governance/tile/0/000.p/2", changed);
    await expect(open()).rejects.toThrow("its tiles do not have the root");
  });
});

describe("a stop between the witness and the disk", () => {
  it("is no fork: the entries that were numbered give the tree that was cosigned", async () => {
    await grow(0, 2);
    log.queue.put(record(2), record(3));
    const publish = log.storage.publish.bind(log.storage);
    const sequencer = await open();
    log.storage.publish = () => Promise.reject(new Error("power"));
    await expect(sequencer.step()).rejects.toThrow("power");
    log.storage.publish = publish;
    expect([publishedSize(log.storage), witness.memory.get(log.ports.signer.name)?.size]).toEqual([2, 4]);
    log.queue.put(record(4));
    const again = await open();
    expect([await again.step(), await again.step()]).toEqual([2, 1]);
    expect(idsIn(log.storage, "tile/entries/000.p/5")).toEqual(records(0, 5).map(({ entryId }) => entryId));
  });
});

describe("two sequencers on one folder", () => {
  it("publish one history: whoever comes second signs nothing, and then says that the two differ", async () => {
    await grow(0, 2);
    const copy = copied(log);
    const [one, two] = [await open({ witness: null }), await open({ queue: copy.queue, witness: null })];
    log.queue.put(record(2));
    copy.queue.put(record(100));
    expect(await one.step()).toBe(1);
    const published = checkpoint();
    await expect(two.step()).rejects.toBeInstanceOf(LogOvertaken);
    await expect(open({ queue: copy.queue, witness: null })).rejects.toThrow(/different histories/u);
    expect(checkpoint()).toBe(published);
    log.queue.put(record(3));
    expect(await one.step()).toBe(1);
  });
});
