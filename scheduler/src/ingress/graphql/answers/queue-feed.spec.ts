import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Typed } from "./answer-objects.js";
import { QueueFeed } from "./queue-feed.js";

let waiting = 0;
const watchers = new Set<() => void>();
const gone = new AbortController();
const ports = {
  clock: { wall: () => 0, monotonic: () => Date.now() },
  waiting: {
    countOf: () => waiting,
    linesOf: () => [],
    watch: (_: string, changed: () => void) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  },
};
const change = () => watchers.forEach((changed) => changed());
const read = (): Typed => ({ __typename: "Queue", waiting });
const feedOf = (signal: AbortSignal = gone.signal) => new QueueFeed(ports, "use-case", signal, read);

beforeEach(() => {
  vi.useFakeTimers();
  waiting = 0;
});
afterEach(() => {
  watchers.clear();
  vi.useRealTimers();
});

describe("a queue's feed", () => {
  it("holds no timer while nothing waits, and one while something does", async () => {
    const feed = feedOf();
    await feed.next();
    const next = feed.next();
    expect(vi.getTimerCount()).toBe(0);
    waiting = 1;
    change();
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await next).value).toMatchObject({ waiting: 1 });
    expect(vi.getTimerCount()).toBe(0);
    void feed.next();
    expect(vi.getTimerCount()).toBe(1);
    await feed.return();
    expect(vi.getTimerCount()).toBe(0);
    expect(watchers.size).toBe(0);
  });

  it("gives at most one event a second, with the newest figures", async () => {
    const feed = feedOf();
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const { waiting: count } of feed) seen.push(count);
    })();
    for (waiting = 1; waiting <= 50; waiting += 1) {
      change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(seen).toHaveLength(6);
    expect(seen.at(-1)).toBe(50);
    await feed.return();
    await reading;
  });

  it("piles nothing up for a reader that does not come", async () => {
    const feed = feedOf();
    await feed.next();
    for (waiting = 1; waiting < 1_000; waiting += 1) change();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await feed.next()).value).toMatchObject({ waiting: 1_000 });
    expect(vi.getTimerCount()).toBe(0);
    await feed.return();
  });

  it("ends with the connection, also while a reader waits", async () => {
    const connection = new AbortController();
    const feed = feedOf(connection.signal);
    await feed.next();
    const next = feed.next();
    connection.abort();
    expect((await next).done).toBe(true);
    expect(watchers.size).toBe(0);
    expect((await feedOf(connection.signal).next()).done).toBe(true);
  });
});
