import type { EntrySource } from "../../../../control-plane/src/audit/domain/log-entry.js";
import type { LogName } from "../../../../control-plane/src/audit/domain/log-name.js";
import type {
  LogQueue,
  NumberedEntry,
  QueueStanding,
} from "../../../../control-plane/src/audit/ports/log-queue.port.js";

export class MemoryLogQueue implements LogQueue {
  private readonly waiting: EntrySource[] = [];
  private readonly numbered: NumberedEntry[] = [];
  private publishedSize = 0;

  put(...entries: readonly EntrySource[]): void {
    this.waiting.push(...entries);
  }

  unpublished(_log: LogName): Promise<readonly NumberedEntry[]> {
    return Promise.resolve(this.numbered.filter(({ index }) => index >= this.publishedSize));
  }

  number(_log: LogName, first: number, limit: number): Promise<readonly NumberedEntry[]> {
    const fresh = this.waiting.splice(0, limit).map((entry, offset) => ({ ...entry, index: first + offset }));
    this.numbered.push(...fresh);
    return Promise.resolve(fresh);
  }

  published(_log: LogName, size: number): Promise<void> {
    this.publishedSize = size;
    return Promise.resolve();
  }

  standing(_log: LogName): Promise<QueueStanding> {
    return Promise.resolve({ numbered: this.numbered.length, published: this.publishedSize });
  }

  entryAt(_log: LogName, index: number): Promise<string | null> {
    return Promise.resolve(this.numbered[index]?.entryId ?? null);
  }
}
