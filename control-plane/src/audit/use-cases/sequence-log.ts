import { entryBytes, type Pseudonym } from "../domain/log-entry.js";
import type { LogName } from "../domain/log-name.js";
import { EMPTY_ROOT, sameHash } from "../domain/merkle/hash.js";
import { checkpointText, parseCheckpoint, type Checkpoint } from "../domain/note/checkpoint.js";
import type { NoteSigner, NoteVerifier } from "../domain/note/note-key.js";
import { parseNote, printNote, signText, verifyNote, type NoteSignature } from "../domain/note/signed-note.js";
import { MAX_ENTRY_BYTES } from "../domain/tiles/entry-bundle.js";
import { TileReader } from "../domain/tiles/tile-reader.js";
import { TileTree, type TileWrite } from "../domain/tiles/tile-tree.js";
import type { LogQueue, NumberedEntry } from "../ports/log-queue.port.js";
import { CHECKPOINT_PATH, type LogStorage } from "../ports/log-storage.port.js";
import type { Witness } from "../ports/witness.port.js";

export interface SequencerPorts {
  readonly storage: LogStorage;
  readonly signer: NoteSigner;
  /** Keys that signed before this one, so that a log goes on under a new key. */
  readonly earlier: readonly NoteVerifier[];
  readonly pseudonym: Pseudonym;
  /** Null where nobody witnesses: checkpoints then carry the log's signature alone. */
  readonly witness: Witness | null;
  /** True: nothing is published that the witness did not cosign; entries wait for it. False: it is published, with an alarm. */
  readonly witnessRequired: boolean;
  /** Told when a witness cannot be reached or refuses: the log goes on, somebody is called. */
  readonly alarm: (event: "witness_down" | "witness_refused", detail: string) => void;
}

/** Entries of one append: one fsync for each of their files, and one checkpoint. */
const BATCH = 4096;

/** Storage and database do not tell the same story: nothing is signed until somebody has looked. */
export class LogDiverged extends Error {
  constructor(log: LogName, why: string) {
    super(`The ${log} log is stopped: ${why}`);
    this.name = "LogDiverged";
  }
}

/** The witness gave no signature, and without one nothing is published: entries wait, nothing is lost. */
export class LogUnwitnessed extends Error {
  constructor(log: LogName) {
    super(`The ${log} log waits for its witness.`);
    this.name = "LogUnwitnessed";
  }
}

/**
 * Writes committed records into one log, in the order they are numbered, each once: indexes are given in the database
 * first, tiles and bundles are written from them, then the checkpoint is signed and published, and last the database is
 * told. After a stop anywhere in between, the same indexes give the same bytes again.
 */
export class Sequencer {
  private constructor(
    private readonly log: LogName,
    private readonly queue: LogQueue,
    private readonly ports: SequencerPorts,
    private tree: TileTree,
    private witnessed: number,
    /** The key that signed what was found, where this log goes on under another one. */
    readonly signedBefore: NoteVerifier | null,
  ) {}

  /** Takes up the log where its checkpoint stands. @throws LogDiverged */
  static async open(log: LogName, queue: LogQueue, ports: SequencerPorts): Promise<Sequencer> {
    const known = await ownCheckpoint(log, ports);
    const next = await queue.next(log);
    if (known.size > next) {
      const why = `${String(known.size)} entries are published and the database knows ${String(next)}; it was restored`;
      throw new LogDiverged(log, `${why} from before. Restore what came after, or begin a log of another name.`);
    }
    const tree = await TileTree.load(known.size, async (path) => {
      const bytes = await ports.storage.read(log, path);
      if (bytes === null) throw new LogDiverged(log, `${path} is missing.`);
      return bytes;
    });
    if (!sameHash(tree.root(), known.root))
      throw new LogDiverged(log, "its tiles do not have the root that its checkpoint was signed for.");
    const before = known.signedBy?.keyId === ports.signer.keyId ? null : known.signedBy;
    const sequencer = new Sequencer(log, queue, ports, tree, 0, before);
    // A log that begins says so: an empty one can be verified too. A new key shows itself at once.
    if (known.signedBy?.keyId !== ports.signer.keyId) await sequencer.publish(tree);
    return sequencer;
  }

  get size(): number {
    return this.tree.size;
  }

  /** One batch: what an earlier stop left first. @returns how many entries were published */
  async step(): Promise<number> {
    const numbered = await this.queue.unpublished(this.log);
    const left = numbered.filter(({ index }) => index >= this.tree.size);
    if (left.length < numbered.length) await this.queue.published(this.log, this.tree.size);
    const entries = left.length > 0 ? left : await this.queue.number(this.log, this.tree.size, BATCH);
    if (entries.length === 0) return 0;
    this.wantSequence(entries);
    const { tree, writes } = this.tree.append(entries.map((entry) => this.bytesOf(entry)));
    await this.ports.storage.write(this.log, writes);
    await this.publish(tree);
    this.tree = tree;
    await this.queue.published(this.log, tree.size);
    await this.forgetPartial(writes);
    return entries.length;
  }

  /**
   * The witness's signature anew under the checkpoint as it stands, so that a log without entries shows that it is looked
   * after, and an old checkpoint that it is old. Without a witness, or while it gives none, what is published stays.
   */
  async renew(): Promise<void> {
    const { checkpoint, text, own } = this.signed(this.tree);
    const cosigned = await this.cosigned(checkpoint, printNote({ text, signatures: [own] }));
    if (cosigned.length > 0)
      await this.ports.storage.publish(this.log, printNote({ text, signatures: [own, ...cosigned] }));
  }

  /** Partial forms of tiles and bundles that are whole now: a reader of an older checkpoint takes the whole one. */
  private async forgetPartial(writes: readonly TileWrite[]): Promise<void> {
    const whole = writes.filter(({ path }) => !path.includes(".p/")).map(({ path }) => `${path}.p`);
    if (whole.length > 0) await this.ports.storage.remove(this.log, whole);
  }

  private bytesOf(entry: NumberedEntry): Uint8Array {
    const bytes = entryBytes(this.log, entry, this.ports.pseudonym);
    if (bytes.length > MAX_ENTRY_BYTES) throw new LogDiverged(this.log, `entry ${entry.entryId} is too long.`);
    return bytes;
  }

  private wantSequence(entries: readonly NumberedEntry[]): void {
    entries.forEach(({ index }, offset) => {
      if (index !== this.tree.size + offset)
        throw new LogDiverged(this.log, `index ${String(index)} does not follow; an entry is missing before it.`);
    });
  }

  private async publish(tree: TileTree): Promise<void> {
    const { checkpoint, text, own } = this.signed(tree);
    const cosigned = await this.cosigned(checkpoint, printNote({ text, signatures: [own] }));
    if (this.ports.witnessRequired && cosigned.length === 0) throw new LogUnwitnessed(this.log);
    await this.ports.storage.publish(this.log, printNote({ text, signatures: [own, ...cosigned] }));
  }

  private signed(tree: TileTree) {
    const checkpoint = { origin: this.ports.signer.name, size: tree.size, root: tree.root() };
    const text = checkpointText(checkpoint);
    return { checkpoint, text, own: signText(this.ports.signer, text) };
  }

  /** The witness's signatures; none when it is down or refuses, which is told and does not stop the log. */
  private async cosigned({ size }: Checkpoint, note: string): Promise<readonly NoteSignature[]> {
    const { witness, alarm } = this.ports;
    if (witness === null) return [];
    try {
      let answer = await this.ask(witness, this.witnessed, size, note);
      if (answer.kind === "elsewhere" && answer.size <= size) answer = await this.ask(witness, answer.size, size, note);
      if (answer.kind === "cosigned") {
        this.witnessed = size;
        return answer.signatures;
      }
      alarm(
        "witness_refused",
        answer.kind === "refused" ? `status ${String(answer.status)}` : `it saw ${String(answer.size)}`,
      );
    } catch (error) {
      alarm("witness_down", error instanceof Error ? error.message : String(error));
    }
    return [];
  }

  private async ask(witness: Witness, oldSize: number, size: number, note: string) {
    const reader = new TileReader(size, (path) => this.ports.storage.read(this.log, path));
    return witness.cosign(oldSize, await reader.consistency(oldSize), note);
  }
}

interface OwnCheckpoint extends Checkpoint {
  /** Null while nothing was ever published. */
  readonly signedBy: NoteVerifier | null;
}

async function ownCheckpoint(log: LogName, { storage, signer, earlier }: SequencerPorts): Promise<OwnCheckpoint> {
  const stored = await storage.read(log, CHECKPOINT_PATH);
  if (stored === null) return { origin: signer.name, size: 0, root: EMPTY_ROOT, signedBy: null };
  const note = parseNote(Buffer.from(stored).toString());
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) throw new LogDiverged(log, "its checkpoint cannot be read.");
  if (checkpoint.origin !== signer.name) throw new LogDiverged(log, "its checkpoint is that of another log.");
  const signed = verifyNote(note, [signer, ...earlier]);
  const by = signed.ok ? signed.by.map(({ verifier }) => verifier) : [];
  const [first] = by;
  if (first === undefined) throw new LogDiverged(log, "its checkpoint is not signed with this log's key.");
  return { ...checkpoint, signedBy: by.find(({ keyId }) => keyId === signer.keyId) ?? first };
}
