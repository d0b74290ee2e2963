import type { Clock } from "../../control-plane/src/kernel/clock.js";
import type { IdSource } from "../../control-plane/src/kernel/id-source.js";
import { ok } from "../../control-plane/src/kernel/result.js";
import type {
  Authoriser,
  Context,
  GovernanceEventDraft,
  GovernanceJournal,
} from "../../control-plane/src/kernel/use-case.js";
import { MemoryTransactions } from "./memory/memory-transactions.js";
import { TransactionalRunner } from "../../control-plane/src/platform/use-case-runner/transactional-runner.js";
import { silentObserver } from "../../control-plane/src/platform/use-case-runner/use-case-observer.port.js";

export const allowAll: Authoriser = { authorise: () => Promise.resolve(ok(true)) };

/** Keeps what was recorded, for assertions. */
export class RecordingJournal implements GovernanceJournal {
  readonly events: { readonly useCase: string; readonly event: GovernanceEventDraft }[] = [];
  append(_ctx: Context, useCase: string, event: GovernanceEventDraft): Promise<void> {
    this.events.push({ useCase, event });
    return Promise.resolve();
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  constructor(private at = new Date("2026-09-01T08:00:00Z")) {}
  now(): Date {
    return this.at;
  }
  moveTo(at: Date): void {
    this.at = at;
  }
}

/** Identifiers in a known order: …0001, …0002. */
export class CountingIds implements IdSource {
  private last = 0;
  next(): string {
    this.last += 1;
    return `00000000-0000-7000-8000-${this.last.toString(16).padStart(12, "0")}`;
  }
}

export interface MemoryRunner {
  readonly runner: TransactionalRunner;
  readonly journal: RecordingJournal;
  readonly clock: FixedClock;
  readonly transactions: MemoryTransactions;
}

/** The real runner over memory adapters: everything is allowed unless an authoriser is given. */
export function memoryRunner(authoriser: Authoriser = allowAll): MemoryRunner {
  const clock = new FixedClock();
  const journal = new RecordingJournal();
  const transactions = new MemoryTransactions(clock, new CountingIds());
  return {
    runner: new TransactionalRunner(transactions, authoriser, journal, silentObserver),
    journal,
    clock,
    transactions,
  };
}
