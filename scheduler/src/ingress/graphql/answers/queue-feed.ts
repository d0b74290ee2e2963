import type { UseCaseId } from "@socle/contracts";
import type { GraphqlPorts } from "../ports.js";
import type { Typed } from "./answer-objects.js";

/** Shortest time between two events. */
const INTERVAL_MS = 1_000;

type Result = IteratorResult<Typed, void>;

/**
 * The queue of a use case, event by event: at once, after each change, and each `INTERVAL_MS` while something waits,
 * because waits shorten by what others do. Figures are taken when the reader is there for them, so a slow reader gets
 * fewer and newer ones, and nothing piles up. While nothing waits it holds no timer.
 */
export class QueueFeed implements AsyncGenerator<Typed, void, void> {
  private reader: ((result: Result) => void) | null = null;
  private timer: NodeJS.Timeout | null = null;
  private due = true;
  private ended = false;
  private lastAt = -Infinity;
  private readonly unwatch: () => void;
  private readonly gone = (): void => void this.return();

  constructor(
    private readonly ports: Pick<GraphqlPorts, "waiting" | "clock">,
    private readonly useCaseId: UseCaseId | null,
    private readonly signal: AbortSignal,
    /** The event of this moment; one that is not a `Queue` is the last. */
    private readonly read: () => Typed,
  ) {
    this.unwatch = useCaseId === null ? () => {} : ports.waiting.watch(useCaseId, () => this.changed());
    signal.addEventListener("abort", this.gone, { once: true });
    if (signal.aborted) this.gone();
  }

  next(): Promise<Result> {
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.reader = resolve;
      this.offer();
    });
  }

  return(): Promise<Result> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<Result> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private changed(): void {
    this.due = true;
    this.offer();
  }

  /** Gives the reader an event when one is due, or sets the time at which one will be. */
  private offer(): void {
    if (this.reader === null || this.timer !== null) return;
    const wait = this.lastAt + INTERVAL_MS - this.ports.clock.monotonic();
    const waits = this.useCaseId !== null && this.ports.waiting.countOf(this.useCaseId) > 0;
    if (!this.due && !waits) return;
    if (wait > 0) this.timer = setTimeout(() => this.tick(), wait);
    else this.give(this.reader);
  }

  private tick(): void {
    this.timer = null;
    this.due = true;
    this.offer();
  }

  private give(reader: (result: Result) => void): void {
    const value = this.read();
    this.reader = null;
    this.due = false;
    this.lastAt = this.ports.clock.monotonic();
    reader({ done: false, value });
    if (value.__typename !== "Queue") this.end();
  }

  private end(): void {
    this.ended = true;
    this.unwatch();
    this.signal.removeEventListener("abort", this.gone);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.reader?.({ done: true, value: undefined });
    this.reader = null;
  }
}
