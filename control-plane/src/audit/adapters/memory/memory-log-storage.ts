import type { LogName } from "../../domain/log-name.js";
import type { TileWrite } from "../../domain/tiles/tile-tree.js";
import { CHECKPOINT_PATH, type LogStorage } from "../../ports/log-storage.port.js";

export class MemoryLogStorage implements LogStorage {
  readonly files = new Map<string, Uint8Array>();

  read(log: LogName, path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(`${log}/${path}`) ?? null);
  }

  write(log: LogName, writes: readonly TileWrite[]): Promise<void> {
    for (const { path, bytes } of writes) this.files.set(`${log}/${path}`, bytes);
    return Promise.resolve();
  }

  publish(log: LogName, checkpoint: string): Promise<void> {
    this.files.set(`${log}/${CHECKPOINT_PATH}`, Buffer.from(checkpoint));
    return Promise.resolve();
  }
}
