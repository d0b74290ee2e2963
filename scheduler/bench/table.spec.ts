import { expect, it } from "vitest";
import type { Result } from "./result.ts";
import { notMeasured, reached, table } from "./table.ts";

const row = (metric: string, value: number, target: number | null): Result => ({
  ...{ bench: "b", metric, value, unit: "u", target },
});

it("less is better, but for what is a rate or a share of the good", () => {
  expect(reached(row("cpu_vs_nginx", 1.6, 1.5))).toBe(false);
  expect(reached(row("share_error_pct", 1.5, 1.5))).toBe(true);
  expect(reached(row("goodput (450 blocks, 85 %)", 0.956, 0.955))).toBe(true);
  expect(reached(row("picks_per_s", 49_000, 50_000))).toBe(false);
  expect(reached(row("anything", 1, null))).toBeNull();
});

it("the table holds what has a target and what could not be measured, and says so", () => {
  const text = table([row("m", 2, 1), row("untold", 3, null), notMeasured("b", "haproxy", "no package")]);
  expect(text.split("\n").map((line) => line.replaceAll(/ {2,}/g, " | "))).toEqual([
    "bench | metric | value | target | beside",
    "b | m | 2 u | ≤ 1 | missed",
    "b | haproxy | not measured | no package",
  ]);
});
