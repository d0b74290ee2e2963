import { entryBytes, type Pseudonym } from "../domain/log-entry.js";
import type { LogName } from "../domain/log-name.js";
import { checkpointText } from "../domain/note/checkpoint.js";
import type { NoteVerifier } from "../domain/note/note-key.js";
import { printNote, signText, type NoteSignature } from "../domain/note/signed-note.js";
import { MAX_ENTRY_BYTES } from "../domain/tiles/entry-bundle.js";
import type { TileTree, TileWrite } from "../domain/tiles/tile-tree.js";
import type { LogQueue, NumberedEntry } from "../ports/log-queue.port.js";
import { CHECKPOINT_PATH } from "../ports/log-storage.port.js";
import { Cosigner, type SignedTree, type WitnessingPorts } from "./cosign-checkpoint.js";
import { LogDiverged, LogOvertaken, LogUnwitnessed } from "./log-stops.js";
import { takeUpLog, type StandingLog, type StoragePorts } from "./take-up-log.js";

export interface SequencerPorts extends StoragePorts, WitnessingPorts {
  readonly pseudonym: Pseudonym;
}

/** Entries of one append: one fsync for each of their files, and one checkpoint. */
const BATCH = 4096;

/**
 * Writes committed records into one log, in the order they are numbered, each once: indexes are given in the database
 * first, tiles and bundles are written from them, then the checkpoint is signed and published, and last the database is
 * told. After a stop anywhere in between, the same indexes give the same bytes again. Nothing is numbered before the
 * witness has seen where the log stands, and nothing is written over what another wrote.
 */
export class Sequencer {
  private tree: TileTree;
  /** The checkpoint as it was published here last. */
  private published: string | null;
  private readonly cosigner: Cosigner;

  private constructor(
    private readonly log: LogName,
    private readonly queue: LogQueue,
    private readonly ports: SequencerPorts,
    { tree, published }: StandingLog,
    /** The key that signed what was found, where this log goes on under another one. */
    readonly signedBefore: NoteVerifier | null,
  ) {
    this.tree = tree;
    this.published = published;
    this.cosigner = new Cosigner(log, ports);
  }

  /**
   * Takes up the log where its checkpoint stands.
   * @throws LogDiverged when storage, database and witness disagree, LogUnwitnessed until the witness was heard
   */
  static async open(log: LogName, queue: LogQueue, ports: SequencerPorts): Promise<Sequencer> {
    const standing = await takeUpLog(log, queue, ports);
    const before = standing.signedBy?.keyId === ports.signer.keyId ? null : standing.signedBy;
    const sequencer = new Sequencer(log, queue, ports, standing, before);
    await sequencer.begin(standing);
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
    await this.wantUnshared();
    await this.wantUnwritten(writes);
    await this.ports.storage.write(this.log, writes);
    const signed = this.signed(tree);
    await this.publish(signed, await this.cosigner.cosign(signed));
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
    const signed = this.signed(this.tree);
    const cosigned = await this.cosigner.cosign(signed);
    if (cosigned.length > 0) await this.publish(signed, cosigned);
  }

  /** The witness sees where the log stands. A log that begins says so: an empty one can be verified too; so does a new key. */
  private async begin({ signedBy, numbered }: StandingLog): Promise<void> {
    const { signer, witnessRequired } = this.ports;
    const signed = this.signed(this.tree);
    const cosigned = await this.cosigner.introduce(signed, numbered);
    const due = signedBy?.keyId !== signer.keyId && !witnessRequired;
    if (cosigned.length > 0 || due) await this.publish(signed, cosigned);
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

  private async publish({ text, own }: SignedCheckpoint, cosigned: readonly NoteSignature[]): Promise<void> {
    if (this.ports.witnessRequired && cosigned.length === 0) throw new LogUnwitnessed(this.log);
    const note = printNote({ text, signatures: [own, ...cosigned] });
    await this.wantUnshared();
    await this.ports.storage.publish(this.log, note);
    this.published = note;
  }

  /** The lock is the database's: a copy of it, or a lock lost in mid-write, lets another one publish here. */
  private async wantUnshared(): Promise<void> {
    const stored = await this.ports.storage.read(this.log, CHECKPOINT_PATH);
    const printed = stored === null ? null : Buffer.from(stored).toString();
    if (printed !== this.published) throw new LogOvertaken(this.log);
  }

  /** The same entries give the same bytes; others at the same place were written by somebody who held other records. */
  private async wantUnwritten(writes: readonly TileWrite[]): Promise<void> {
    for (const { path, bytes } of writes) {
      const there = await this.ports.storage.read(this.log, path);
      if (there !== null && Buffer.compare(there, bytes) !== 0)
        throw new LogDiverged(this.log, `${path} holds other entries than those that come next in the database.`);
    }
  }

  private signed(tree: TileTree): SignedCheckpoint {
    const text = checkpointText({ origin: this.ports.signer.name, size: tree.size, root: tree.root() });
    const own = signText(this.ports.signer, text);
    return { size: tree.size, text, own, note: printNote({ text, signatures: [own] }) };
  }
}

interface SignedCheckpoint extends SignedTree {
  readonly text: string;
  readonly own: NoteSignature;
}
