import { describe, expect, it } from "vitest";
import { idsInOrder } from "./id-source.js";

const MANY = 10_000;
const millisOf = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

describe("identifiers", () => {
  it.each([
    ["within one millisecond", () => 1_764_000_000_000],
    [
      "while the clock goes back",
      (() => {
        let at = 1_764_000_000_000;
        return () => (at -= 1);
      })(),
    ],
  ])("sort by creation %s, and are versions 7 that nobody has twice", (_, now) => {
    const ids = idsInOrder(now);
    const made = Array.from({ length: MANY }, () => ids.next());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(MANY);
    expect(made.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u.test(id))).toBe(true);
    expect(millisOf(made[0] ?? "")).toBeLessThanOrEqual(1_764_000_000_000);
    // Two thousand at least are made before a millisecond is borrowed.
    expect(millisOf(made.at(-1) ?? "") - millisOf(made[0] ?? "")).toBeLessThanOrEqual(MANY / 2048);
  });

  it("say when they were made", () => {
    let at = 5_000;
    const ids = idsInOrder(() => (at += 1_000));
    expect([ids.next(), ids.next()].map(millisOf)).toEqual([6_000, 7_000]);
  });
});
