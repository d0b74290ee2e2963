import type { LogName } from "../../../../control-plane/src/audit/domain/log-name.js";
import type { TileWrite } from "../../../../control-plane/src/audit/domain/tiles/tile-tree.js";
import { CHECKPOINT_PATH, type LogStorage } from "../../../../control-plane/src/audit/ports/log-storage.port.js";

export class MemoryLogStorage implements LogStorage {
  readonly files = new Map<string, Uint8Array>();

  read(log: LogName, path: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.files.get(`${log}/${path}`) ?? null);
  }

  write(log: LogName, writes: readonly TileWrite[]): Promise<void> {
    for (const { path, bytes } of writes) this.files.set(`${log}/${path}`, bytes);
    return Promise.resolve();
  }

  publish(log: LogName, note: string, path = CHECKPOINT_PATH): Promise<void> {
    this.files.set(`${log}/${path}`, Buffer.from(note));
    return Promise.resolve();
  }

  remove(log: LogName, paths: readonly string[]): Promise<void> {
    const gone = paths.map((path) => `${log}/${path}`);
    for (const name of [...this.files.keys()])
      if (gone.some((path) => name === path || name.startsWith(`${path}/`))) this.files.delete(name);
    return Promise.resolve();
  }
}
