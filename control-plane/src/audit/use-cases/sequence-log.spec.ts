import { describe, expect, it } from "vitest";
import {
  idsIn,
  logScene,
  newKey,
  publishedSize,
  record,
  records,
  signer,
} from "../../../../test/builders/log-scene.js";
import { MemoryLogQueue } from "../../../../test/fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../../../../test/fakes/memory/audit/memory-log-storage.js";
import { NOTE_TYPES, noteSigner } from "../domain/note/note-key.js";
import { parseNote } from "../domain/note/signed-note.js";
import { Sequencer } from "./sequence-log.js";

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
describe("the sequencer", () => {
  it("publishes what waits, in order, under a signed checkpoint, and nothing when nothing waits", async () => {
    const { ports, queue, storage } = logScene();
    queue.put(record(1), record(2), record(3));
    const sequencer = await Sequencer.open("governance", queue, ports);
    expect(await sequencer.step()).toBe(3);
    expect(await sequencer.step()).toBe(0);
    expect(publishedSize(storage)).toBe(3);
    expect(idsIn(storage, "tile/entries/000.p/3")).toEqual(["event-1", "event-2", "event-3"]);
  });

  it("writes no name and no content: who acted is a pseudonym, what was done a commitment", async () => {
    const { ports, queue, storage } = logScene();
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
    const { ports, queue, storage } = logScene();
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
    expect(idsIn(storage, "tile/entries/000.p/4")).toEqual(["event-1", "event-2", "event-3", "event-4"]);
  });

  it("takes up what was published without the database having heard of it", async () => {
    const { ports, queue, storage } = logScene();
    queue.put(record(1));
    const deaf = Object.assign(Object.create(queue) as MemoryLogQueue, {
      published: () => Promise.reject(new Error("connection lost")),
    });
    await expect((await Sequencer.open("governance", deaf, ports)).step()).rejects.toThrow("connection lost");
    queue.put(record(2));
    const again = await Sequencer.open("governance", queue, ports);
    expect(await again.step()).toBe(1);
    expect(idsIn(storage, "tile/entries/000.p/2")).toEqual(["event-1", "event-2"]);
  });

  it.each(["write", "publish", "remove"] as const)(
    "goes on where it stopped when the disk that was full at %s has room again, with each entry once",
    async (at) => {
      const { ports, queue } = logScene();
      const storage = new FullDisk(at);
      const disk = { ...ports, storage };
      queue.put(...records(0, 300));
      // A log that begins publishes that it is empty; what is written comes with the first entries.
      const stopped = Sequencer.open("governance", queue, disk).then((sequencer) => sequencer.step());
      await expect(stopped).rejects.toMatchObject({ code: "ENOSPC" });
      queue.put(...records(1000, 1020));
      storage.full = false;
      const again = await Sequencer.open("governance", queue, disk);
      while ((await again.step()) > 0);
      expect(publishedSize(storage)).toBe(320);
      const all = [...idsIn(storage, "tile/entries/000"), ...idsIn(storage, "tile/entries/001.p/64")];
      expect(new Set(all).size).toBe(320);
    },
  );

  it("keeps no partial form of what became whole", async () => {
    const { ports, queue, storage } = logScene();
    const sequencer = await Sequencer.open("governance", queue, ports);
    for (let turn = 0; turn < 4; turn += 1) {
      queue.put(...records(turn * 70, turn * 70 + 70));
      await sequencer.step();
    }
    const paths = [...storage.files.keys()].filter((path) => path.includes("/000"));
    expect(paths.filter((path) => path.includes("tile/0/000.p") || path.includes("entries/000.p"))).toEqual([]);
    expect(paths).toContain("governance/tile/0/000");
    expect((await Sequencer.open("governance", queue, ports)).size).toBe(280);
  });

  it("goes on under a new key at once, says which was before, and reads what either signed", async () => {
    const { ports, queue, storage } = logScene();
    queue.put(record(1));
    await (await Sequencer.open("governance", queue, ports)).step();
    const next = noteSigner(signer.name, NOTE_TYPES.ed25519, newKey());
    const rotated = await Sequencer.open("governance", queue, { ...ports, signer: next, earlier: [signer] });
    expect(rotated.signedBefore?.keyId).toBe(signer.keyId);
    const note = parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
    expect(note?.signatures.map(({ keyId }) => keyId)).toEqual([next.keyId]);
    const again = await Sequencer.open("governance", queue, { ...ports, signer: next, earlier: [signer] });
    expect(again.signedBefore).toBeNull();
    await expect(Sequencer.open("governance", queue, ports)).rejects.toThrow("not signed");
  });
});
