import type { LogName } from "../domain/log-name.js";
import { parseCheckpoint } from "../domain/note/checkpoint.js";
import { parseNote } from "../domain/note/signed-note.js";
import { printTlogProof } from "../domain/note/tlog-proof.js";
import { TileReader } from "../domain/tiles/tile-reader.js";
import type { EntryName, LogIndex } from "../ports/log-queue.port.js";
import { CHECKPOINT_PATH, type LogStorage } from "../ports/log-storage.port.js";

/** The logs as published, and receipts out of them. */
export class LogReader {
  constructor(
    private readonly storage: LogStorage,
    private readonly index: LogIndex,
  ) {}

  /** A tile, a bundle, the checkpoint or the note on pruning; null when there is none. */
  resource(log: LogName, path: string): Promise<Uint8Array | null> {
    return this.storage.read(log, path);
  }

  /** A proof that stands alone, as c2sp.org/tlog-proof; null while the record is in no checkpoint. */
  async proof(log: LogName, name: EntryName): Promise<string | null> {
    const index = await this.index.find(log, name);
    const printed = await this.storage.read(log, CHECKPOINT_PATH);
    if (index === null || printed === null) return null;
    const text = Buffer.from(printed).toString();
    const checkpoint = parseCheckpoint(parseNote(text)?.text ?? "");
    if (checkpoint === null || index >= checkpoint.size) return null;
    const path = await new TileReader(checkpoint.size, (tile) => this.storage.read(log, tile)).inclusion(index);
    return printTlogProof({ index, path, checkpoint: text });
  }
}
