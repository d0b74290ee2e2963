import type { LogName } from "../domain/log-name.js";
import type { TileWrite } from "../domain/tiles/tile-tree.js";

/** Where a log's files live. What a promise of this port resolves for has reached the disk. */
export interface LogStorage {
  /** Null when there is none. */
  read(log: LogName, path: string): Promise<Uint8Array | null>;
  /** Stores tiles and bundles; the same path is only ever written again with the same bytes. */
  write(log: LogName, writes: readonly TileWrite[]): Promise<void>;
  /** Replaces what is published at `path`, the checkpoint unless told, as one and after everything it promises was written. */
  publish(log: LogName, note: string, path?: string): Promise<void>;
  /** Removes what stands at these paths or below them; nothing there is no fault. */
  remove(log: LogName, paths: readonly string[]): Promise<void>;
}

/** Path of the checkpoint beside the tiles. */
export const CHECKPOINT_PATH = "checkpoint";
/** Path of the note that says from which entry on bundles are kept; absent while all are. */
export const MINIMUM_PATH = "minimum-index";
