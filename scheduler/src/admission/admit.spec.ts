import type { DeploymentV1, SnapshotV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDeployment, aScene, KEY } from "../../../test/builders/inference-scene.js";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";
import { policyBundle, useCase } from "../../../test/builders/snapshot.builder.js";
import { hashKey } from "../identity/identify.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { judge } from "./admit.js";
import type { AdmissionRequest, Candidate } from "./admit.js";
import { upperAmounts } from "../cost/amounts.js";
import { priceOf, tokenBounds } from "../cost/ceilings.js";

const NOW = Date.now();
const request = (over: Partial<AdmissionRequest> = {}): AdmissionRequest => ({
  model: "model",
  stream: false,
  sequences: 1,
  outputParam: "max_tokens",
  servedBy: null,
  maxOutputTokens: 100,
  textBytes: 200,
  beyondText: false,
  labelsHeader: null,
  decisionRef: null,
  toolCalls: 0,
  ...over,
});

const scene = (over: Partial<SnapshotV1> = {}) => {
  const source = aScene([{ url: "http://127.0.0.1:1" }], over);
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("the rules do not compile");
  const compiled = compileSnapshot(source, bundle.bundle);
  const caller = compiled.callers.get(hashKey(KEY));
  if (caller === undefined) throw new Error("unexpected");
  return { compiled, caller };
};

const judged = (over: Partial<SnapshotV1> = {}, asked = request(), now = NOW) => {
  const { compiled, caller } = scene(over);
  return judge(compiled, caller, asked, now);
};
const codeOf = (result: ReturnType<typeof judge>): string => (result.ok ? "ok" : result.refusal.code);
const candidate = (over: Partial<SnapshotV1> = {}, asked = request()): Candidate => {
  const result = judged(over, asked);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.candidate;
};

const labelRule = ruleFile({
  id: "data-protection/labels",
  effect: "require",
  when: "request.labels.exists(label, !(label in pool.acceptedLabels))",
  facts: "{ request: { labels: [dr] } }",
});
const stateRule = ruleFile({ id: "conformity/may-run" });
const shadowRule = ruleFile({ id: "conformity/watched", mode: "shadow" });

describe("judge", () => {
  it("lets a caller raise labels and never lower them", () => {
    const over = { useCases: [useCase({ labels: ["internal"] })] };
    expect(candidate(over).labels).toEqual(["internal"]);
    expect(candidate(over, request({ labelsHeader: "personal , public" })).labels).toEqual([
      "public",
      "internal",
      "personal",
    ]);
    expect(codeOf(judged(over, request({ labelsHeader: "secret" })))).toBe("label.unknown");
    expect(codeOf(judged(over, request({ labelsHeader: "public,," })))).toBe("label.unknown");
  });

  it("keeps what rules read of the request, so that its decision can be replayed", () => {
    const asked = request({ labelsHeader: "personal", maxOutputTokens: 64 });
    expect(candidate({}, asked).asked).toEqual({ labels: ["personal"], maxOutputTokens: 64 });
    expect(candidate({}, request({ maxOutputTokens: null })).asked?.maxOutputTokens).toBe(useCase().maxOutputTokens);
    const unread = judged({}, request({ labelsHeader: "secret" }));
    expect(unread.ok ? null : unread.assessment.asked).toBeUndefined();
  });

  it("says which rules that fired decide nothing", () => {
    const over = { policies: policyBundle(stateRule, shadowRule), useCases: [useCase({ state: "idea" })] };
    const result = judged(over);
    expect(result.ok ? [] : result.assessment.pools[0]?.reasons).toMatchObject([
      { rule: "conformity/may-run" },
      { rule: "conformity/watched", silenced: "shadow" },
    ]);
  });

  it("names each pool's reasons when none may serve", () => {
    const result = judged({ policies: policyBundle(labelRule, stateRule) }, request({ labelsHeader: "health" }));
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        code: "pool.none_eligible",
        details: { pools: [{ pool: "pool", reasons: [{ rule: "data-protection/labels", code: "rule.fired" }] }] },
      },
      assessment: { pools: [{ poolId: "pool", eligible: false }] },
    });
  });

  it("tells a refusal of the request from one of the pools", () => {
    const over = { policies: policyBundle(labelRule, stateRule), useCases: [useCase({ state: "idea" })] };
    expect(codeOf(judged(over))).toBe("policy.denied");
  });

  it("never takes an inactive pool", () => {
    const { pools } = scene().compiled.source;
    expect(codeOf(judged({ pools: pools.map((pool) => ({ ...pool, active: false })) }))).toBe("pool.none_eligible");
  });

  it("keeps models to those the application was given, by any of their names", () => {
    const { source } = scene().compiled;
    const over = (models: string[]): Partial<SnapshotV1> => ({
      aliases: [{ name: "petit", modelId: "model" }],
      models: [...source.models, { id: "other", name: "other", publisher: "p", contextWindow: 1 }],
      applications: source.applications.map((application) => ({ ...application, models })),
    });
    expect(codeOf(judged(over(["petit"])))).toBe("ok");
    expect(codeOf(judged(over(["other"])))).toBe("model.not_allowed");
    expect(judged(over(["petit"]), request({ model: "unknown" }))).toMatchObject({
      refusal: { code: "model.unknown", details: { models: ["model", "petit"] } },
    });
  });

  it("refuses a maximum above the use case's, and takes the use case's when there is none", () => {
    const over = { useCases: [useCase({ maxOutputTokens: 50 })] };
    expect(codeOf(judged(over, request({ maxOutputTokens: 51 })))).toBe("output.too_long");
    expect(candidate(over, request({ maxOutputTokens: null })).maxOutputTokens).toBe(50);
  });

  it("knows what answers of the kind stay within, when the caller named no maximum", () => {
    const { compiled, caller } = scene({ useCases: [useCase({ maxOutputTokens: 50 })] });
    const smallerOf = (learned: number | null, asked: number | null) => {
      const result = judge(compiled, caller, request({ maxOutputTokens: asked }), NOW, { p95: () => learned });
      return result.ok ? (result.candidate.smaller?.maxOutputTokens ?? null) : "refused";
    };
    expect([smallerOf(20, null), smallerOf(80, null), smallerOf(null, null), smallerOf(20, 40)]).toEqual([
      20,
      null,
      null,
      null,
    ]);
  });

  it("on an old snapshot serves only what may be served stale", () => {
    const old = { issuedAt: NOW - 100_000, maxStalenessSeconds: 60, staleLabels: ["public" as const] };
    expect(codeOf(judged(old, request(), NOW))).toBe("ok");
    expect(codeOf(judged(old, request({ labelsHeader: "internal" }), NOW))).toBe("snapshot.stale");
    expect(codeOf(judged({ ...old, maxStalenessSeconds: 100 }, request({ labelsHeader: "internal" }), NOW))).toBe("ok");
  });
});

describe("bounds", () => {
  it("multiply output by n, keep within the window, and never fall when the body grows", () => {
    expect(tokenBounds(100, false, 10, 3, 1_000)).toEqual({ inputTokens: 356, outputTokens: 30 });
    expect(tokenBounds(5_000, false, 5_000, 2, 1_000)).toEqual({ inputTokens: 1_000, outputTokens: 2_000 });
    expect(tokenBounds(10, true, 1, 1, 1_000).inputTokens).toBe(1_000);
  });

  it("cover the price of anything the request can use on any deployment", () => {
    const count = fc.nat({ max: 100_000 });
    const price = fc.record({ inputPerMillion: fc.nat({ max: 9e6 }), outputPerMillion: fc.nat({ max: 9e6 }) });
    fc.assert(
      fc.property(count, count, fc.array(price, { minLength: 1 }), count, count, (input, output, prices, a, b) => {
        const deployments: DeploymentV1[] = prices.map((each) => aDeployment({ price: each }));
        const most = upperAmounts({ inputTokens: input, outputTokens: output }, deployments).costMicroEuro ?? NaN;
        for (const each of prices)
          expect(priceOf(each, Math.min(a, input), Math.min(b, output))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
