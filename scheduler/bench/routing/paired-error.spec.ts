import { expect, it } from "vitest";
import { pairedError } from "./paired-error.ts";

it("is nothing where both differ by the same on every seed, however much the seeds differ", () => {
  expect(pairedError([2, 11, 5], [1, 10, 4])).toBe(0);
});

it("is the standard error of the differences by the second's mean", () => {
  // Differences 1 and 3: variance 2, of two seeds √(2 ÷ 2) = 1, by the mean of 1 and 3.
  expect(pairedError([2, 6], [1, 3])).toBe(0.5);
});
