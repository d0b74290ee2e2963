import type { LogName } from "../domain/log-name.js";
import type { TileWrite } from "../domain/tiles/tile-tree.js";

/** Where a log's files live. What a promise of this port resolves for has reached the disk. */
export interface LogStorage {
  /** Null when there is none. */
  read(log: LogName, path: string): Promise<Uint8Array | null>;
  /** Stores tiles and bundles; the same path is only ever written again with the same bytes. */
  write(log: LogName, writes: readonly TileWrite[]): Promise<void>;
  /** Replaces the published checkpoint as one, after everything it promises was written. */
  publish(log: LogName, checkpoint: string): Promise<void>;
}

/** Path of the checkpoint beside the tiles. */
export const CHECKPOINT_PATH = "checkpoint";
