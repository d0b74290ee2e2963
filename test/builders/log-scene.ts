import { generateKeyPairSync } from "node:crypto";
import { monthlyPseudonym, type EntrySource } from "../../control-plane/src/audit/domain/log-entry.js";
import { parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import { NOTE_TYPES, noteSigner, type NoteSigner } from "../../control-plane/src/audit/domain/note/note-key.js";
import { parseNote, verifyNote } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { decodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.js";
import { printSubmission } from "../../control-plane/src/audit/domain/witness/add-checkpoint.js";
import { WitnessDesk, type SeenTree } from "../../control-plane/src/audit/domain/witness/witness-desk.js";
import type { Witness, WitnessAnswer } from "../../control-plane/src/audit/ports/witness.port.js";
import type { SequencerPorts } from "../../control-plane/src/audit/use-cases/sequence-log.js";
import { MemoryLogQueue } from "../fakes/memory/audit/memory-log-queue.js";
import { MemoryLogStorage } from "../fakes/memory/audit/memory-log-storage.js";

export const newKey = () => generateKeyPairSync("ed25519").privateKey;
/** The key of every log of a scene, so that one can be a copy or a fork of another. */
export const signer = noteSigner("socle.example/governance", NOTE_TYPES.ed25519, newKey());

/** The `number`-th act of a journal. */
export const record = (number: number): EntrySource => ({
  entryId: `event-${String(number)}`,
  salt: new Uint8Array(32).fill(number % 256),
  source: {
    id: `event-${String(number)}`,
    at: "2026-11-24T10:00:00Z",
    useCase: "registry.suspend-use-case",
    actor: "a",
  },
});
export const records = (from: number, to: number): readonly EntrySource[] =>
  Array.from({ length: to - from }, (_, offset) => record(from + offset));

export interface WitnessScene {
  readonly witness: Witness;
  readonly memory: Map<string, SeenTree>;
  readonly signer: NoteSigner;
  /** What its clock shows. */
  now: Date;
}

/** A witness in this process, with what it remembers. */
export function aWitness(): WitnessScene {
  const own = noteSigner("witness.example", NOTE_TYPES.cosignature, newKey());
  const memory = new Map<string, SeenTree>();
  const remembered = {
    load: (origin: string) => Promise.resolve(memory.get(origin) ?? null),
    save: (origin: string, seen: SeenTree) => Promise.resolve(void memory.set(origin, seen)),
  };
  const desk = new WitnessDesk([signer], own, remembered, { now: () => scene.now });
  const cosign = async (...args: Parameters<Witness["cosign"]>): Promise<WitnessAnswer> => {
    const { status, body } = await desk.addCheckpoint(printSubmission(...args));
    if (status === 409) return { kind: "elsewhere", size: Number(body) };
    if (status === 503) throw new Error(body.trim());
    if (status !== 200) return { kind: "refused", status };
    return { kind: "cosigned", signatures: parseNote(`-\n\n${body}`)?.signatures ?? [] };
  };
  const scene: WitnessScene = { witness: { cosign }, memory, signer: own, now: new Date("2026-11-24T10:00:00Z") };
  return scene;
}

/** A log's storage, queue and ports, in memory. */
export function logScene(witness: Witness | null = null) {
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
}

const noteOf = (storage: MemoryLogStorage) =>
  parseNote(Buffer.from(storage.files.get("governance/checkpoint") ?? []).toString());
/** Entries of the published checkpoint; null while there is none. */
export const publishedSize = (storage: MemoryLogStorage): number | null =>
  parseCheckpoint(noteOf(storage)?.text ?? "")?.size ?? null;
/** When the published checkpoint was cosigned; null without a cosignature. */
export function cosignedAt(storage: MemoryLogStorage, witness: NoteSigner): Date | null {
  const note = noteOf(storage);
  const signed = note === null ? null : verifyNote(note, [witness]);
  return signed?.ok === true ? (signed.by[0]?.at ?? null) : null;
}
export const idsIn = (storage: MemoryLogStorage, path: string): string[] =>
  (decodeBundle(storage.files.get(`governance/${path}`) ?? new Uint8Array()) ?? []).map(
    (bytes) => (JSON.parse(Buffer.from(bytes).toString()) as { id: string }).id,
  );
