import type { LogName } from "../domain/log-name.js";
import { parseCheckpoint } from "../domain/note/checkpoint.js";
import type { NoteVerifier } from "../domain/note/note-key.js";
import { parseNote, verifyNote, type NoteSignature } from "../domain/note/signed-note.js";
import { MissingTile, TileReader } from "../domain/tiles/tile-reader.js";
import { CHECKPOINT_PATH, type LogStorage } from "../ports/log-storage.port.js";

/** A cosignature as the checkpoint carries it. Its key is the witness's alone, so it is for an outsider to check. */
export interface ClaimedCosignature {
  readonly name: string;
  readonly at: Date;
}

/** What the log's own keeper can say of it; the verifier says more, and owes it nothing. */
export interface CheckedLog {
  /** Entries of the checkpoint; null while there is no readable one. */
  readonly size: number | null;
  /** Root hash, base64. */
  readonly root: string | null;
  readonly cosignatures: readonly ClaimedCosignature[];
  /** Sound: the log's key signed the checkpoint, and the tiles give its root. */
  readonly verdict: "sound" | "empty" | "broken";
  /** Why it is broken; null otherwise. */
  readonly why: string | null;
}

const NOTHING = { size: null, root: null, cosignatures: [] } as const;
const broken = (why: string, known: Pick<CheckedLog, "size" | "root" | "cosignatures"> = NOTHING): CheckedLog => ({
  ...known,
  verdict: "broken",
  why,
});

/** Checkpoints as published, against the log's own keys and its tiles. */
export class LogChecks {
  constructor(
    private readonly storage: LogStorage,
    private readonly keysOf: (log: LogName) => readonly NoteVerifier[],
  ) {}

  async check(log: LogName): Promise<CheckedLog> {
    const printed = await this.storage.read(log, CHECKPOINT_PATH);
    if (printed === null) return { ...NOTHING, verdict: "empty", why: null };
    const note = parseNote(Buffer.from(printed).toString());
    const checkpoint = note === null ? null : parseCheckpoint(note.text);
    if (note === null || checkpoint === null) return broken("the checkpoint cannot be read");
    const keys = this.keysOf(log);
    const cosignatures = note.signatures.flatMap((signature) => cosignatureOf(signature, keys));
    const known = { size: checkpoint.size, root: Buffer.from(checkpoint.root).toString("base64"), cosignatures };
    const signed = verifyNote(note, keys);
    if (!signed.ok)
      return broken(`the checkpoint is ${signed.why === "unsigned" ? "unsigned" : "wrongly signed"}`, known);
    const why = await this.rootDiffers(log, checkpoint.size, checkpoint.root);
    return why === null ? { ...known, verdict: "sound", why: null } : broken(why, known);
  }

  private async rootDiffers(log: LogName, size: number, root: Uint8Array): Promise<string | null> {
    if (size === 0) return null;
    try {
      const reader = new TileReader(size, (path) => this.storage.read(log, path));
      const computed = await reader.rangeHash({ start: 0, end: size });
      return Buffer.compare(computed, root) === 0 ? null : "the tiles give another root than the one signed";
    } catch (error) {
      if (error instanceof MissingTile) return error.message;
      throw error;
    }
  }
}

/** Eight bytes of time before the signature: c2sp.org/tlog-cosignature. */
function cosignatureOf(signature: NoteSignature, own: readonly NoteVerifier[]): readonly ClaimedCosignature[] {
  const isOwn = own.some(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
  if (isOwn || signature.bytes.length !== 72) return [];
  const seconds = Buffer.from(signature.bytes).readBigUInt64BE(0);
  return [{ name: signature.name, at: new Date(Number(seconds) * 1000) }];
}
