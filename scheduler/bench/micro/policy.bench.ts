import { fileURLToPath } from "node:url";
import { celEnv, parse, plan, type CelInput } from "@bufbuild/cel";
import { BASELINE_FACTS, compileBundle, loadPolicyFiles, type Facts } from "@socle/policies";
import type { JudgementMemo } from "../../src/admission/judgement-memo.ts";
import type { Bench, Report } from "../result.ts";
import { compiled, nanosecondsPerCall } from "./measure.ts";

const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));
const POOLS = 8;
const RULES = 24;

/** The first 24 rules of the repository, on eight pools. */
async function run(report: Report): Promise<void> {
  const result = compileBundle(loadPolicyFiles(POLICIES).slice(0, RULES));
  if (!result.ok) throw new Error("the policies of the repository do not compile");
  const { bundle } = result;
  const now = Date.now();
  const pools = Array.from({ length: POOLS }, (_, at) => ({ ...BASELINE_FACTS.pool, slug: `pool-${at}` }));
  let asked = 0;
  const decide = (): unknown => {
    asked += 1;
    const request = { ...BASELINE_FACTS.request, maxOutputTokens: asked };
    return pools.map((pool) => bundle.evaluate({ ...BASELINE_FACTS, request, pool }, now));
  };
  const peer = peerOf(bundle.rules.map(({ when }) => when));
  const peerDecision = (): unknown => pools.map((pool) => peer({ ...BASELINE_FACTS, pool }));
  const fresh = nanosecondsPerCall(decide) / 1000;
  const beside = nanosecondsPerCall(peerDecision) / 1000;
  report({
    ...{ bench: "policy", metric: "us_per_decision", value: fresh, unit: "µs", target: 40 },
    ...{ peer: "@bufbuild/cel", ratio: fresh / beside },
  });
  const { JudgementMemo: Memo } = await compiled<{ JudgementMemo: typeof JudgementMemo }>(
    "admission/judgement-memo.js",
  );
  const memo = new Memo<unknown>();
  const { labels, maxOutputTokens } = BASELINE_FACTS.request;
  const repeat = (): unknown => {
    const key = `application|model|${labels.join()}|${maxOutputTokens}`;
    return memo.get("2026-09-01", key) ?? memo.keep(key, decide());
  };
  report({ bench: "policy", metric: "us_per_repeat", value: nanosecondsPerCall(repeat) / 1000, unit: "µs", target: 1 });
}

function peerOf(rules: readonly string[]): (facts: Facts) => unknown {
  const plans = rules.map((when) => plan(celEnv(), parse(when)));
  return (facts) => {
    const parts = Object.entries(facts).map(([name, part]) => [name, new Map(Object.entries(part as object))]);
    const bindings = Object.fromEntries(parts) as Record<string, CelInput>;
    return plans.map((evaluate) => evaluate(bindings));
  };
}

export const policy: Bench = { name: "policy", purpose: "24 rules on eight pools, never seen and seen before", run };
