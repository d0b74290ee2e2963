/** What a full queue asks of its source, and what its end means for it. */
export interface EventSource {
  resume(): void;
  cancel(): void;
}

/** Events that wait above this number ask the source to pause. */
const HIGH_WATER = 64;

/**
 * Hands events from a source that pushes to a reader that pulls. `return` ends it at once, even while a `next` waits:
 * a generator function would first wait for that `next`, and the model server would go on for nobody.
 */
export class EventQueue<Event> implements AsyncGenerator<Event, void, void> {
  private readonly events: Event[] = [];
  private waiting: ((result: IteratorResult<Event, void>) => void) | null = null;
  private ended = false;
  private paused = false;
  private source: EventSource | null = null;
  private release: (() => void) | null = null;

  /** Names the source, and what to do once no more events come from it. */
  attach(source: EventSource, release: () => void): void {
    if (this.ended) return release();
    this.source = source;
    this.release = release;
  }

  /** `false` asks the source to wait for `resume`. */
  push(event: Event): boolean {
    if (this.ended) return true;
    if (this.waiting !== null) {
      this.waiting({ done: false, value: event });
      this.waiting = null;
    } else this.events.push(event);
    this.paused = this.events.length >= HIGH_WATER;
    return !this.paused;
  }

  /** No more events come; those that wait are still read. */
  end(): void {
    this.ended = true;
    this.waiting?.({ done: true, value: undefined });
    this.waiting = null;
    this.release?.();
    this.release = null;
  }

  next(): Promise<IteratorResult<Event, void>> {
    const event = this.ready();
    if (event !== undefined) return Promise.resolve({ done: false, value: event });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => (this.waiting = resolve));
  }

  /** The next event when one waits already. */
  ready(): Event | undefined {
    const event = this.events.shift();
    if (event !== undefined) this.resumeWhenDrained();
    return event;
  }

  /** True once nothing waits and nothing comes any more. */
  over(): boolean {
    return this.ended && this.events.length === 0;
  }

  return(): Promise<IteratorResult<Event, void>> {
    const running = !this.ended;
    this.events.length = 0;
    this.end();
    if (running) this.source?.cancel();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<Event, void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private resumeWhenDrained(): void {
    if (!this.paused || this.events.length > 0) return;
    this.paused = false;
    this.source?.resume();
  }
}
