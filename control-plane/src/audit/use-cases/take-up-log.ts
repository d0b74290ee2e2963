import type { LogName } from "../domain/log-name.js";
import { EMPTY_ROOT, sameHash } from "../domain/merkle/hash.js";
import { parseCheckpoint, type Checkpoint } from "../domain/note/checkpoint.js";
import type { NoteSigner, NoteVerifier } from "../domain/note/note-key.js";
import { parseNote, verifyNote } from "../domain/note/signed-note.js";
import { decodeBundle } from "../domain/tiles/entry-bundle.js";
import { TILE_WIDTH, tilePath } from "../domain/tiles/tile-path.js";
import { TileTree } from "../domain/tiles/tile-tree.js";
import type { LogQueue } from "../ports/log-queue.port.js";
import { CHECKPOINT_PATH, type LogStorage } from "../ports/log-storage.port.js";
import { LogDiverged } from "./log-stops.js";

export interface StoragePorts {
  readonly storage: LogStorage;
  readonly signer: NoteSigner;
  /** Keys that signed before this one, so that a log goes on under a new key. */
  readonly earlier: readonly NoteVerifier[];
}

/** A log as storage and database have it, which agree. */
export interface StandingLog {
  readonly tree: TileTree;
  /** The checkpoint as it is published; null while nothing ever was. */
  readonly published: string | null;
  /** The key that signed it. */
  readonly signedBy: NoteVerifier | null;
  /** Entries that have their place, those included that are not published yet. */
  readonly numbered: number;
}

/** Reads where the log stands, and holds storage and database against each other. @throws LogDiverged */
export async function takeUpLog(log: LogName, queue: LogQueue, ports: StoragePorts): Promise<StandingLog> {
  const known = await ownCheckpoint(log, ports);
  const { numbered, published } = await queue.standing(log);
  const entries = String(known.size);
  if (known.size > numbered) {
    const why = `storage has ${entries} published entries and the database knows ${String(numbered)} of them;`;
    throw new LogDiverged(log, `${why} the database was restored from before.`);
  }
  if (known.size < published) {
    const why = `the database knows of ${String(published)} published entries and storage has ${entries};`;
    throw new LogDiverged(log, `${why} the storage was restored from before, or is another one.`);
  }
  const tree = await TileTree.load(known.size, async (path) => {
    const bytes = await ports.storage.read(log, path);
    if (bytes === null) throw new LogDiverged(log, `${path} is missing.`);
    return bytes;
  });
  if (!sameHash(tree.root(), known.root))
    throw new LogDiverged(log, "its tiles do not have the root that its checkpoint was signed for.");
  await wantSameEntry(log, queue, ports.storage, known.size);
  return { tree, published: known.printed, signedBy: known.signedBy, numbered };
}

interface OwnCheckpoint extends Checkpoint {
  /** As published; null while nothing ever was. */
  readonly printed: string | null;
  readonly signedBy: NoteVerifier | null;
}

async function ownCheckpoint(log: LogName, { storage, signer, earlier }: StoragePorts): Promise<OwnCheckpoint> {
  const stored = await storage.read(log, CHECKPOINT_PATH);
  if (stored === null) return { origin: signer.name, size: 0, root: EMPTY_ROOT, printed: null, signedBy: null };
  const printed = Buffer.from(stored).toString();
  const note = parseNote(printed);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) throw new LogDiverged(log, "its checkpoint cannot be read.");
  if (checkpoint.origin !== signer.name) throw new LogDiverged(log, "its checkpoint is that of another log.");
  const signed = verifyNote(note, [signer, ...earlier]);
  const by = signed.ok ? signed.by.map(({ verifier }) => verifier) : [];
  const [first] = by;
  if (first === undefined) throw new LogDiverged(log, "its checkpoint is not signed with this log's key.");
  return { ...checkpoint, printed, signedBy: by.find(({ keyId }) => keyId === signer.keyId) ?? first };
}

/** Sizes that agree may be those of two histories: the newest entry has to be the record that the database has there. */
async function wantSameEntry(log: LogName, queue: LogQueue, storage: LogStorage, size: number): Promise<void> {
  if (size === 0) return;
  const [bundle, place] = [Math.floor((size - 1) / TILE_WIDTH), (size - 1) % TILE_WIDTH];
  const bytes = await storage.read(log, tilePath("entries", bundle, place + 1));
  // Only a whole bundle can have been pruned, with every entry in it.
  if (bytes === null) return;
  const entry = decodeBundle(bytes)?.[place];
  const { id } = JSON.parse(Buffer.from(entry ?? []).toString()) as { readonly id?: unknown };
  const recorded = await queue.entryAt(log, size - 1);
  if (id === recorded) return;
  const why = `entry ${String(size - 1)} is ${String(id)} in storage and ${String(recorded)} in the database;`;
  throw new LogDiverged(log, `${why} the two are of different histories.`);
}
