import { fileURLToPath } from "node:url";
import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { celEnv, parse, plan, type CelInput } from "@bufbuild/cel";
import { BASELINE_FACTS, compileBundle, loadPolicyFiles, type Facts } from "@socle/policies";
import type { JudgementMemo } from "../../src/admission/judgement-memo.ts";
import type { Bench, Report } from "../result.ts";
import { cedarOf } from "./cedar-text.ts";
import { compiled, nanosecondsPerCall } from "./measure.ts";

const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));
const POOLS = 8;
const RULES = 24;

/** The first 24 rules of requests of the repository, on eight pools. */
async function run(report: Report): Promise<void> {
  const all = compileBundle(loadPolicyFiles(POLICIES));
  const guarding = all.ok ? all.bundle.rules.filter(({ appliesTo }) => appliesTo.includes("request")) : [];
  const first = new Set(
    guarding
      .map(({ id }) => `${id}/rule.yaml`)
      .sort()
      .slice(0, RULES),
  );
  const result = compileBundle(loadPolicyFiles(POLICIES).filter(({ path }) => first.has(path)));
  if (!result.ok) throw new Error("the policies of the repository do not compile");
  const { bundle } = result;
  const now = Date.now();
  const pools = Array.from({ length: POOLS }, (_, at) => ({ ...BASELINE_FACTS.pool, slug: `pool-${at}` }));
  let asked = 0;
  const decide = (): unknown => {
    asked += 1;
    const request = { ...BASELINE_FACTS.request, maxOutputTokens: asked };
    const facts = pools.map((pool) => ({ ...BASELINE_FACTS, request, pool }));
    return bundle.evaluateEach(facts, now);
  };
  const peer = peerOf(bundle.rules.map(({ when }) => when));
  const peerDecision = (): unknown => pools.map((pool) => peer({ ...BASELINE_FACTS, pool }));
  const fresh = nanosecondsPerCall(decide) / 1000;
  const beside = nanosecondsPerCall(peerDecision) / 1000;
  report({
    ...{ bench: "policy", metric: "us_per_decision", value: fresh, unit: "µs", target: 40 },
    ...{ peer: "@bufbuild/cel", ratio: fresh / beside },
  });
  const cedar = cedarPeerOf(bundle.rules.map(({ when }) => when));
  const cedarDecision = (): unknown => pools.map((pool) => cedar.decide({ ...BASELINE_FACTS, pool }));
  const besideCedar = nanosecondsPerCall(cedarDecision) / 1000;
  report({
    ...{ bench: "policy", metric: "us_per_decision_cedar", value: fresh, unit: "µs", target: null },
    peer: `@cedar-policy/cedar-wasm, the ${cedar.rules} rules of them that it can say`,
    ratio: fresh / besideCedar,
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

/** Cedar with its policies parsed beforehand; a decision names the policies that forbid, as ours names its rules. */
function cedarPeerOf(rules: readonly string[]): { rules: number; decide: (facts: Facts) => unknown } {
  const conditions = rules.map(cedarOf).filter((condition) => condition !== null);
  const forbid = conditions.map((condition) => `forbid(principal, action, resource) when { ${condition} };`);
  const parsed = preparsePolicySet("rules", {
    staticPolicies: ["permit(principal, action, resource);", ...forbid].join("\n"),
  });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed.errors));
  const one = (type: string) => ({ type, id: "one" });
  const who = { principal: one("Application"), action: one("Action"), resource: one("Pool") };
  const decide = (facts: Facts): unknown => {
    const context = facts as unknown as Parameters<typeof statefulIsAuthorized>[0]["context"];
    const answer = statefulIsAuthorized({ ...who, context, preparsedPolicySetId: "rules", entities: [] });
    if (answer.type !== "success" || answer.response.diagnostics.errors.length > 0)
      throw new Error(`Cedar: ${JSON.stringify(answer)}`);
    return answer.response;
  };
  return { rules: conditions.length, decide };
}

export const policy: Bench = { name: "policy", purpose: "24 rules on eight pools, never seen and seen before", run };
