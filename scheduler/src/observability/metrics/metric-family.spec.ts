import fc from "fast-check";
import { Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { HotCounter } from "./hot-counter.js";
import { HotHistogram } from "./hot-histogram.js";

const BOUNDS = [1, 10, 100];

async function lines(registry: Registry): Promise<string[]> {
  return (await registry.metrics()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

describe("hot metrics", () => {
  it("are exposed as prom-client exposes its own", async () => {
    const registry = new Registry();
    const counter = new HotCounter(registry, { name: "c_total", help: "Help", labels: ["a", "b"] });
    const histogram = new HotHistogram(registry, { name: "h", help: "Help", labels: ["a"] }, BOUNDS);
    counter.add(2, "x", "y");
    counter.add(1, "x", "y");
    counter.add(1, "x", 'quo"ted');
    for (const value of [1, 5, 1000]) histogram.observe(value, "x");
    expect(await registry.metrics()).toMatch("# TYPE c_total counter");
    expect(await lines(registry)).toEqual([
      'c_total{a="x",b="y"} 3',
      'c_total{a="x",b="quo\\"ted"} 1',
      'h_bucket{a="x",le="1"} 1',
      'h_bucket{a="x",le="10"} 2',
      'h_bucket{a="x",le="100"} 2',
      'h_bucket{a="x",le="+Inf"} 3',
      'h_sum{a="x"} 1006',
      'h_count{a="x"} 3',
    ]);
  });

  it("count every observation in each bucket that holds it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 200 })), async (values) => {
        const registry = new Registry();
        const histogram = new HotHistogram(registry, { name: "h", help: "Help", labels: [] }, BOUNDS);
        for (const value of values) histogram.observe(value);
        const expected = BOUNDS.map((bound) => values.filter((value) => value <= bound).length);
        const got = (await lines(registry)).slice(0, values.length === 0 ? 0 : BOUNDS.length);
        return values.length === 0 || got.every((line, index) => line.endsWith(` ${expected[index]}`));
      }),
      { numRuns: 30 },
    );
  });

  it("never grow past their bound, and lose no count for it", async () => {
    const registry = new Registry();
    const counter = new HotCounter(registry, { name: "c_total", help: "Help", labels: ["a", "b"] });
    for (let name = 0; name < 5_000; name++) counter.add(1, `first-${name}`, `second-${name % 7}`);
    const all = await lines(registry);
    expect(all).toHaveLength(501);
    expect(all.at(-1)).toBe('c_total{a="_other",b="_other"} 4500');
  });
});
