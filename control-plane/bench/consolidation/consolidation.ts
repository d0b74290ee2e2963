import type * as Consolidate from "../../src/capacity/domain/consolidation/consolidate.ts";
import type * as CanonicalJson from "../../src/kernel/canonical-json.ts";
import { compiled, type Figure } from "../figure.ts";
import { syntheticState } from "../../../test/builders/synthetic-state.ts";

const SIZE = { ministries: 17, needsEach: 300, quarters: 8, seed: 1 } as const;
const RUNS = 7;

/**
 * A whole campaign from what was read to what is kept: digest of the input, every quarter of every need sized, cells,
 * pooling, signals, digest of the report. The first run, with cold code, is a figure of its own.
 */
export async function consolidation(report: (figure: Figure) => void): Promise<void> {
  const { consolidate } = await compiled<typeof Consolidate>("capacity/domain/consolidation/consolidate.js");
  const { digestOf } = await compiled<typeof CanonicalJson>("kernel/canonical-json.js");
  const input = syntheticState(SIZE);
  const times: number[] = [];
  const digests = new Set<string>();
  for (let run = 0; run < RUNS; run += 1) {
    const from = performance.now();
    digestOf(input);
    const done = consolidate(input);
    digests.add(digestOf(done.report));
    times.push((performance.now() - from) / 1000);
    const wrong = done.report.reconciliation.filter(({ mustBeZero, difference }) => mustBeZero && difference !== 0);
    if (wrong.length > 0) throw new Error(`does not reconcile: ${wrong.map(({ code }) => code).join(", ")}`);
    if (
      done.needs.length + SIZE.quarters * done.report.unsized.length !==
      SIZE.ministries * SIZE.needsEach * SIZE.quarters
    )
      throw new Error("a need is neither sized nor told as unsized");
  }
  if (digests.size !== 1) throw new Error("the same input gave two reports");
  const [cold = NaN] = times;
  const middle = [...times].sort((a, b) => a - b)[RUNS >> 1] ?? NaN;
  const quarters = SIZE.ministries * SIZE.needsEach * SIZE.quarters;
  report({ metric: "seconds", value: middle, unit: "s", target: 2 });
  report({ metric: "first_run_seconds", value: cold, unit: "s", target: 2 });
  report({ metric: "need_quarters_per_s", value: quarters / middle, unit: "/s", target: null });
}
