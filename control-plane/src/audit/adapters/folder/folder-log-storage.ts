import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LogName } from "../../domain/log-name.js";
import type { TileWrite } from "../../domain/tiles/tile-tree.js";
import { CHECKPOINT_PATH, type LogStorage } from "../../ports/log-storage.port.js";
import { replaceFile } from "./replace-file.js";

/** The log as files that any web server can serve: `FOLDER/inference/tile/…`, `FOLDER/inference/checkpoint`. */
export class FolderLogStorage implements LogStorage {
  constructor(private readonly folder: string) {}

  async read(log: LogName, path: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.folder, log, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  async write(log: LogName, writes: readonly TileWrite[]): Promise<void> {
    await Promise.all(writes.map(({ path, bytes }) => replaceFile(join(this.folder, log, path), bytes, 0o644)));
  }

  publish(log: LogName, note: string, path = CHECKPOINT_PATH): Promise<void> {
    return replaceFile(join(this.folder, log, path), note, 0o644);
  }

  async remove(log: LogName, paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map((path) => rm(join(this.folder, log, path), { recursive: true, force: true })));
  }
}
