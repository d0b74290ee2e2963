import type { PublishedSnapshot } from "./snapshot.js";

/** The latest snapshot this process knows of, and those who wait for a newer one. */
export class SnapshotFeed {
  private held: PublishedSnapshot | null = null;
  private closed = false;
  private readonly waiting = new Set<() => void>();

  get latest(): PublishedSnapshot | null {
    return this.held;
  }

  /** Keeps the newer of what is held and what is offered, and wakes everybody when that changed. */
  offer(snapshot: PublishedSnapshot): void {
    if (this.held !== null && snapshot.number <= this.held.number) return;
    this.held = snapshot;
    for (const wake of [...this.waiting]) wake();
  }

  /** Sends everybody away, and whoever comes after. */
  close(): void {
    this.closed = true;
    for (const wake of [...this.waiting]) wake();
  }

  /** A snapshot newer than `number`, at once or when it comes; `null` when `end` or the feed's own end comes first. */
  newerThan(number: number, end: AbortSignal): Promise<PublishedSnapshot | null> {
    return new Promise((resolve) => {
      const settle = (): void => {
        const newer = this.held !== null && this.held.number > number ? this.held : null;
        if (newer === null && !end.aborted && !this.closed) return;
        this.waiting.delete(settle);
        end.removeEventListener("abort", settle);
        resolve(newer);
      };
      this.waiting.add(settle);
      end.addEventListener("abort", settle);
      settle();
    });
  }

  /** Number of long polls that wait now. */
  get waiters(): number {
    return this.waiting.size;
  }
}
