import { expect, it } from "vitest";
import { askedIn, grantedIn, isPlainStep, type RoundLineRow } from "./round-states";

it("adds what a line is granted over its pools, quarter by quarter", () => {
  const line = {
    placements: [
      { quarter: "2027Q1", poolId: "nord", gpus: 3 },
      { quarter: "2027Q1", poolId: "sud", gpus: 1 },
      { quarter: "2027Q2", poolId: "sud", gpus: 9 },
    ],
    asks: [{ quarter: "2027Q1", low: 2, likely: 5, high: 8, minUseful: 2 }],
  } as unknown as RoundLineRow;
  expect([grantedIn(line, "2027Q1"), grantedIn(line, "2027Q3")]).toEqual([4, 0]);
  expect([askedIn(line, "2027Q1"), askedIn(line, "2027Q2")]).toEqual([5, 0]);
});

it("tells acts that ask for a reason only from those with a part of their own", () => {
  expect(["submit", "solve", "amend", "decide", "close"].filter(isPlainStep)).toEqual(["submit", "close"]);
});
