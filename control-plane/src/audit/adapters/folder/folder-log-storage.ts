import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LogName } from "../../domain/log-name.js";
import type { TileWrite } from "../../domain/tiles/tile-tree.js";
import { CHECKPOINT_PATH, type LogStorage } from "../../ports/log-storage.port.js";

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
    await Promise.all(writes.map(({ path, bytes }) => this.replace(join(this.folder, log, path), bytes)));
  }

  publish(log: LogName, checkpoint: string): Promise<void> {
    return this.replace(join(this.folder, log, CHECKPOINT_PATH), Buffer.from(checkpoint));
  }

  /** Whole or not at all: a file beside it takes its name once it is on disk. */
  private async replace(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.new`;
    const file = await open(beside, "w", 0o644);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    const folder = await open(dirname(path), "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
