import { describe, expect, it } from "vitest";
import { heat } from "./simulation-kinds";

describe("heat of a count", () => {
  it("is nothing for nothing, and the last step for the most", () => {
    expect(heat(0, 100)).toBe(0);
    expect(heat(100, 100)).toBe(5);
    expect(heat(1, 1)).toBe(5);
    expect(heat(3, 0)).toBe(0);
  });
  it("never falls when the count rises, and shows the smallest", () => {
    const steps = [1, 2, 5, 20, 100, 5000, 100_000].map((count) => heat(count, 100_000));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps[0]).toBe(1);
  });
});
