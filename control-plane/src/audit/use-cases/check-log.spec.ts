import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { MemoryLogQueue } from "../../../../test/fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../../../../test/fakes/memory/audit/memory-log-storage.js";
import { monthlyPseudonym } from "../domain/log-entry.js";
import { NOTE_TYPES, noteSigner, type NoteVerifier } from "../domain/note/note-key.js";
import { cosign, parseNote, printNote } from "../domain/note/signed-note.js";
import { LogChecks } from "./check-log.js";
import { Sequencer } from "./sequence-log.js";

const keyOf = (name: string, type: (typeof NOTE_TYPES)[keyof typeof NOTE_TYPES]) =>
  noteSigner(name, type, generateKeyPairSync("ed25519").privateKey);
const own = keyOf("socle.example/governance", NOTE_TYPES.ed25519);
const witness = keyOf("witness.example", NOTE_TYPES.cosignature);
const CHECKPOINT = "governance/checkpoint";

let storage: MemoryLogStorage;
const check = (keys: readonly NoteVerifier[] = [own]) => new LogChecks(storage, () => keys).check("governance");
const published = (): string => Buffer.from(storage.files.get(CHECKPOINT) ?? []).toString();

async function publish(entries: number): Promise<void> {
  const queue = new MemoryLogQueue();
  queue.put(
    ...Array.from({ length: entries }, (_, number) => ({
      entryId: `event-${String(number)}`,
      salt: new Uint8Array(32).fill(number),
      source: { id: `event-${String(number)}`, at: "2026-11-24T10:00:00Z", useCase: "registry.declare", actor: "a" },
    })),
  );
  const pseudonym = monthlyPseudonym(Buffer.from("secret"));
  const ports = {
    storage,
    signer: own,
    earlier: [],
    pseudonym,
    witness: null,
    witnessRequired: false,
    alarm: () => undefined,
  };
  await (await Sequencer.open("governance", queue, ports)).step();
}

beforeEach(() => {
  storage = new MemoryLogStorage();
});

describe("the keeper's own check of a log", () => {
  it("finds nothing where nothing was published", async () => {
    expect(await check()).toMatchObject({ size: null, verdict: "empty", why: null });
  });

  it.each([1, 2, 255, 256, 257, 700])("finds %i published entries sound", async (entries) => {
    await publish(entries);
    expect(await check()).toMatchObject({ size: entries, verdict: "sound", why: null, cosignatures: [] });
  });

  it("tells who says to have cosigned, and when", async () => {
    await publish(3);
    const note = parseNote(published());
    if (note === null) throw new Error("no note");
    const at = new Date("2026-11-24T10:00:05Z");
    const signed = printNote({ ...note, signatures: [...note.signatures, cosign(witness, note.text, at)] });
    storage.files.set(CHECKPOINT, Buffer.from(signed));
    expect(await check()).toMatchObject({ verdict: "sound", cosignatures: [{ name: "witness.example", at }] });
  });

  it("says what is broken: another key, a changed size, a tile changed or gone, no checkpoint at all", async () => {
    await publish(3);
    const stranger = keyOf("socle.example/governance", NOTE_TYPES.ed25519);
    expect(await check([stranger])).toMatchObject({ verdict: "broken", why: "the checkpoint is unsigned" });
    const sound = published();
    storage.files.set(CHECKPOINT, Buffer.from(sound.replace("\n3\n", "\n2\n")));
    expect(await check()).toMatchObject({ verdict: "broken", why: "the checkpoint is wrongly signed" });
    storage.files.set(CHECKPOINT, Buffer.from("not a note"));
    expect(await check()).toMatchObject({ size: null, verdict: "broken", why: "the checkpoint cannot be read" });
    storage.files.set(CHECKPOINT, Buffer.from(sound));
    const tile = [...storage.files.keys()].find((path) => path.startsWith("governance/tile/0/")) ?? "";
    const bytes = Uint8Array.from(storage.files.get(tile) ?? []);
    storage.files.set(
      tile,
      bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
    );
    expect(await check()).toMatchObject({
      size: 3,
      verdict: "broken",
      why: expect.stringContaining("another root") as string,
    });
    storage.files.delete(tile);
    expect(await check()).toMatchObject({
      size: 3,
      verdict: "broken",
      why: expect.stringContaining("has no whole") as string,
    });
  });
});
