import { describe, expect, it } from "vitest";
import type { PublishedSnapshot } from "./snapshot.js";
import { SnapshotFeed } from "./snapshot-feed.js";

const snapshot = (number: number): PublishedSnapshot => ({
  number,
  issuedAt: new Date(0),
  contentDigest: "",
  payload: "{}",
  signature: "",
});
const never = () => new AbortController().signal;

describe("snapshot feed", () => {
  it("answers at once when it holds something newer", async () => {
    const feed = new SnapshotFeed();
    feed.offer(snapshot(3));
    expect((await feed.newerThan(2, never()))?.number).toBe(3);
    expect(feed.waiters).toBe(0);
  });

  it("wakes everybody who waits for something newer, and only them", async () => {
    const feed = new SnapshotFeed();
    feed.offer(snapshot(3));
    const waiting = [feed.newerThan(3, never()), feed.newerThan(3, never())];
    const ahead = new AbortController();
    const future = feed.newerThan(7, ahead.signal);
    expect(feed.waiters).toBe(3);
    feed.offer(snapshot(4));
    expect((await Promise.all(waiting)).map((each) => each?.number)).toEqual([4, 4]);
    expect(feed.waiters).toBe(1);
    ahead.abort();
    expect(await future).toBeNull();
    expect(feed.waiters).toBe(0);
  });

  it("never goes back", async () => {
    const feed = new SnapshotFeed();
    feed.offer(snapshot(5));
    feed.offer(snapshot(4));
    expect((await feed.newerThan(0, never()))?.number).toBe(5);
  });

  it("gives nothing to somebody who has left already", async () => {
    expect(await new SnapshotFeed().newerThan(0, AbortSignal.abort())).toBeNull();
  });

  it("sends everybody away when it closes", async () => {
    const feed = new SnapshotFeed();
    const waiting = feed.newerThan(0, never());
    feed.close();
    expect(await waiting).toBeNull();
    expect(await feed.newerThan(0, never())).toBeNull();
  });
});
