import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JudgementMemo } from "./judgement-memo.js";

const DAY = "2026-12-01";

describe("JudgementMemo", () => {
  it("gives back what was decided of the same facts on the same day, and nothing of other facts", () => {
    const memo = new JudgementMemo<string>();
    expect(memo.get(DAY, "a")).toBeUndefined();
    expect(memo.keep("a", "allowed")).toBe("allowed");
    expect(memo.get(DAY, "a")).toBe("allowed");
    expect(memo.get(DAY, "b")).toBeUndefined();
  });

  it("remembers nothing past midnight, in whichever direction the day changes", () => {
    const memo = new JudgementMemo<string>();
    memo.get(DAY, "a");
    memo.keep("a", "allowed");
    expect(memo.get("2026-12-02", "a")).toBeUndefined();
    memo.keep("a", "refused");
    expect(memo.get(DAY, "a")).toBeUndefined();
    expect(memo.get("2026-12-02", "a")).toBeUndefined();
  });

  it("forgets the least lately asked first", () => {
    const memo = new JudgementMemo<number>(4);
    memo.get(DAY, "");
    for (const [value, key] of ["a", "b", "c", "d"].entries()) memo.keep(key, value);
    expect(memo.get(DAY, "a")).toBe(0);
    memo.keep("e", 4);
    expect(["a", "b", "c", "d", "e"].map((key) => memo.get(DAY, key))).toEqual([0, undefined, 2, 3, 4]);
  });

  it("never answers anything but what was kept last that day, and holds no more than it may", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("d1", "d2"), fc.nat(12), fc.boolean()), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (asked) => {
        const memo = new JudgementMemo<number>(6);
        const truth = new Map<string, number>();
        let day = "";
        for (const [now, key, keep] of asked) {
          if (now !== day) truth.clear();
          day = now;
          const found = memo.get(now, String(key));
          if (found !== undefined) expect(found).toBe(truth.get(String(key)));
          if (!keep) continue;
          truth.set(String(key), truth.size);
          memo.keep(String(key), truth.get(String(key)) ?? -1);
          expect(memo.get(now, String(key))).toBe(truth.get(String(key)));
        }
        const held = Array.from({ length: 13 }, (_, key) => memo.get(day, String(key)));
        expect(held.filter((value) => value !== undefined).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
