import { describe, expect, it } from "vitest";
import { createSlotShares } from "./slot-shares.js";

const replica = () => {
  let now = 0;
  const timers: { readonly at: number; readonly action: () => void }[] = [];
  const shares = createSlotShares({
    now: () => now,
    after: (ms, action) => void timers.push({ at: now + ms, action }),
  });
  let changes = 0;
  shares.onChange(() => void (changes += 1));
  const pass = (ms: number): void => {
    now += ms;
    for (const timer of timers.splice(0)) if (timer.at <= now) timer.action();
  };
  return { shares, changes: () => changes, pass };
};

describe("a replica's share of an endpoint's slots", () => {
  it("is what it was last told, however long ago, and never more than there is", () => {
    const { shares, pass } = replica();
    shares.told([{ endpointId: "e", slots: 5 }], 2);
    pass(3_600_000);
    expect([shares.limitOf("e", 8), shares.limitOf("e", 4)]).toEqual([5, 4]);
    shares.told([{ endpointId: "e", slots: 0 }], 2);
    expect(shares.limitOf("e", 8)).toBe(0);
  });

  it("is nothing until the first word, and an equal part when none comes", () => {
    const { shares, pass, changes } = replica();
    shares.told([{ endpointId: "e", slots: 5 }], 3);
    expect(shares.limitOf("new", 8)).toBe(0);
    const before = changes();
    pass(2_000);
    expect(changes()).toBe(before + 1);
    expect([shares.limitOf("new", 8), shares.limitOf("new", 2)]).toEqual([2, 1]);
    shares.told([{ endpointId: "new", slots: 4 }], 3);
    expect(shares.limitOf("new", 8)).toBe(4);
  });

  it("is everything after a restart that nobody answers, and where nothing is shared out", () => {
    const silent = replica();
    silent.shares.limitOf("e", 8);
    silent.pass(2_000);
    expect(silent.shares.limitOf("e", 8)).toBe(8);
    const alone = replica();
    alone.shares.untold();
    expect(alone.shares.limitOf("e", 8)).toBe(8);
    alone.shares.told([{ endpointId: "e", slots: 3 }], 2);
    expect(alone.shares.limitOf("e", 8)).toBe(3);
  });

  it("is forgotten with the endpoint", () => {
    const { shares } = replica();
    shares.told([{ endpointId: "e", slots: 5 }], 2);
    shares.keepOnly(new Set(["other"]));
    expect(shares.limitOf("e", 8)).toBe(0);
  });
});
