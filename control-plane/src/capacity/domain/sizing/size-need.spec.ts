import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aNeed } from "../../../../../test/builders/capacity-need.builder.js";
import type { CapacityNeed } from "../need/capacity-need.js";
import { ProfileCatalogue } from "../profiles/profile-catalogue.js";
import { lateShare } from "../queueing/first-token-rate.js";
import { fewestGpus, planCandidates } from "./exact-search.js";
import { explainSize } from "./explain-size.js";
import { plannedRate, planReplica, TimelyRate } from "./replica-plan.js";
import { needSizer, type SizingChoice } from "./size-need.js";
import { workloadOf } from "./workload.js";

const catalogue = new ProfileCatalogue();
const onH100: SizingChoice = { model: "mistral-small-3.2-24b", precision: "bf16", gpus: ["H100-80GB"] };

function likelyOf(need: CapacityNeed, choice: SizingChoice = onH100) {
  const quantity = need.quantities[0];
  if (quantity === undefined) throw new Error("a need has a quarter");
  return { quantity, sized: needSizer(need, choice, catalogue).size(quantity) };
}
const gpusOf = (need: CapacityNeed, choice?: SizingChoice): number => {
  const { sized } = likelyOf(need, choice);
  return sized.kind === "unsized" ? NaN : sized.gpus.likely;
};

describe("the worked example: twelve ministries, 40,000 requests a day each", () => {
  const { quantity, sized } = likelyOf(aNeed());
  const steps = new Map(explainSize(aNeed(), quantity, sized).map((step) => [step.code, step]));
  const value = (code: string): number => steps.get(code)?.value ?? NaN;

  it("takes two GPUs alone, and says why", () => {
    expect(value("peak_per_second")).toBeCloseTo(1.3333, 3);
    expect(value("free_memory")).toBeCloseTo(27.3, 1);
    expect(value("kv_per_token")).toBe(163_840);
    expect(value("batch_by_memory")).toBe(98);
    expect(value("batch")).toBe(98);
    expect(value("residence")).toBeCloseTo(9.34, 2);
    expect(value("live")).toBeCloseTo(12.5, 1);
    expect([value("replicas_by_day"), value("spare"), value("gpus")]).toEqual([1, 1, 2]);
  });

  it("says of each number what it rests on", () => {
    expect(steps.get("requests_per_day")).toMatchObject({ basis: "declared", method: "need assistant, declared" });
    expect(steps.get("alpha")).toMatchObject({ basis: "measured" });
    expect(steps.get("alpha")?.method).toBe("mistral-small-3.2-24b@bf16 on 1×H100-80GB v2, measured, least-squares/1");
    expect(steps.get("live")).toMatchObject({ basis: "estimated", method: "sizing/4" });
  });
});

describe("a need's GPUs", () => {
  it("follow the exact minimum over replica sizes, and name what cannot serve", () => {
    const large = aNeed({ model: "llama-3.3-70b", criticality: 4 });
    const all = likelyOf(large, { ...onH100, model: "llama-3.3-70b" }).sized;
    expect(all.kind === "served" && all.likely.plan.profile.gpusPerReplica).toBeGreaterThan(1);
    const impossible = aNeed({ itlTargetMs: 1 });
    expect(likelyOf(impossible).sized).toMatchObject({ kind: "unsized", why: "no_configuration" });
    const { sized } = likelyOf(impossible);
    expect(sized.kind === "unsized" && sized.misfits.map(({ why }) => why)).toContain("itl_unreachable");
    expect(likelyOf(aNeed(), { ...onH100, model: "unheard-of" }).sized).toMatchObject({ why: "model_unknown" });
  });

  it("keep a first-token target, at the price of replicas", () => {
    const busy = { criticality: 4, quantities: [{ quarter: "2026Q4", low: 1e6, likely: 1e6, high: 1e6 }] } as const;
    const strict = aNeed({ ...busy, model: "llama-3.3-70b", ttftTargetMs: 700 });
    const choice = { ...onH100, model: "llama-3.3-70b" };
    const { sized } = likelyOf(strict, choice);
    if (sized.kind !== "served") throw new Error(sized.kind);
    const { plan, dayReplicas } = sized.likely;
    const arrivals = sized.workload.load.dayPerSecond / dayReplicas;
    expect(lateShare({ ...plan, places: plan.batch }, arrivals / 1000, 700)).toBeLessThanOrEqual(0.05);
    expect(sized.gpus.likely).toBeGreaterThan(gpusOf(aNeed({ ...busy, model: "llama-3.3-70b" }), choice));
  });

  it("are bounded where no first-token target is stated, unless nothing waits", () => {
    const busy = { criticality: 4, quantities: [{ quarter: "2026Q4", low: 2e6, likely: 2e6, high: 2e6 }] } as const;
    const codes = (need: CapacityNeed): readonly string[] => {
      const { quantity, sized } = likelyOf(need);
      return explainSize(need, quantity, sized).map(({ code }) => code);
    };
    const interactive = aNeed(busy);
    const batch = aNeed({ ...busy, profile: "batch" });
    expect(codes(interactive)).toContain("first_token_assumed");
    expect(codes(aNeed({ ...busy, ttftTargetMs: 2000 }))).toContain("first_token_target");
    expect(codes(batch).filter((code) => code.startsWith("first_token"))).toEqual([]);
    expect(gpusOf(batch)).toBeLessThanOrEqual(gpusOf(interactive));
  });

  it("are never fewer under a tighter target", () => {
    const draw = fc.record({
      inputTokens: fc.integer({ min: 50, max: 20_000 }),
      outputTokens: fc.integer({ min: 1, max: 1500 }),
      ttftTargetMs: fc.integer({ min: 300, max: 10_000 }),
      day: fc.integer({ min: 1000, max: 3e6 }),
    });
    fc.assert(
      fc.property(draw, fc.double({ min: 1, max: 3, noNaN: true }), ({ day, ttftTargetMs, ...tokens }, looser) => {
        const quantities = [{ quarter: "2026Q4", low: day, likely: day, high: day }] as const;
        const tight = gpusOf(aNeed({ ...tokens, ttftTargetMs, quantities }));
        if (Number.isNaN(tight)) return;
        const loose = aNeed({ ...tokens, ttftTargetMs: Math.round(ttftTargetMs * looser), quantities });
        expect(gpusOf(loose)).toBeLessThanOrEqual(tight);
      }),
      { numRuns: 150 },
    );
  });

  it("do not count on a second GPU halving the step: two keep 20 ms for 18 of 600 at once, not for 150", () => {
    const asked = { peakConcurrency: 600, itlTargetMs: 20, criticality: 4 } as const;
    const { sized } = likelyOf(aNeed(asked));
    if (sized.kind !== "served") throw new Error(sized.kind);
    const onTwo = planCandidates(
      catalogue.candidates("mistral-small-3.2-24b", "bf16", 1650, ["H100-80GB"]),
      sized.workload,
      "likely",
    ).plans.find(({ plan }) => plan.profile.gpusPerReplica === 2);
    expect(onTwo?.plan.batch).toBeLessThanOrEqual(18);
    expect(sized.gpus.likely).toBeGreaterThan(8);
  });

  it("give the night what may wait", () => {
    const quantities = [{ quarter: "2026Q4", low: 4e6, likely: 4e6, high: 4e6 }] as const;
    const now = gpusOf(aNeed({ quantities }));
    const later = gpusOf(aNeed({ quantities, batchablePercent: 50 }));
    expect(later).toBeLessThan(now);
    expect(gpusOf(aNeed({ quantities, batchablePercent: 100 }))).toBeGreaterThan(0);
  });

  it("of training are its GPU-hours over the quarter", () => {
    const quantities = [{ quarter: "2026Q4", low: 1000, likely: 18_768, high: 40_000 }] as const;
    // 92 days × 24 h × 0.85 = 1,876.8 GPU-hours a GPU.
    expect(likelyOf(aNeed({ profile: "training", quantities })).sized).toMatchObject({
      gpus: { low: 1, likely: 10, high: 22 },
    });
  });

  it("of a high demand are counted also where a slow machine would miss the target", () => {
    const quantities = [{ quarter: "2026Q4", low: 40_000, likely: 40_000, high: 4_000_000 }] as const;
    const asked = { itlTargetMs: 27, criticality: 4 } as const;
    const { sized } = likelyOf(aNeed({ ...asked, quantities }));
    const highAsLikely = gpusOf(aNeed({ ...asked, quantities: [{ ...quantities[0], likely: 4_000_000 }] }));
    expect(highAsLikely).toBeGreaterThan(10);
    expect(sized.kind === "served" && sized.gpus.high).toBeGreaterThanOrEqual(highAsLikely);
  });

  it("are none without requests", () => {
    const quantities = [{ quarter: "2026Q4", low: 0, likely: 0, high: 0 }] as const;
    expect(gpusOf(aNeed({ quantities }))).toBe(0);
  });

  it("grow with demand, and low ≤ likely ≤ high", () => {
    const model = fc.constantFrom("qwen3-8b", "mistral-small-3.2-24b", "llama-3.3-70b", "qwen3-30b-a3b");
    const target = fc.option(fc.integer({ min: 60, max: 400 }), { nil: null });
    fc.assert(
      fc.property(
        model,
        fc.integer({ min: 1, max: 5e6 }),
        fc.integer({ min: 50, max: 8000 }),
        target,
        (name, day, tokens, itlTargetMs) => {
          const need = (likely: number) =>
            aNeed({
              model: name,
              inputTokens: tokens,
              itlTargetMs,
              quantities: [{ quarter: "2026Q4", low: likely / 2, likely, high: likely * 2 }],
            });
          const { sized } = likelyOf(need(day), { ...onH100, model: name });
          if (sized.kind !== "served") return;
          expect(sized.gpus.low).toBeLessThanOrEqual(sized.gpus.likely);
          expect(sized.gpus.likely).toBeLessThanOrEqual(sized.gpus.high);
          expect(gpusOf(need(day * 1.5), { ...onH100, model: name })).toBeGreaterThanOrEqual(sized.gpus.likely);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are the fewest that plain enumeration finds", () => {
    const shape = fc.record({
      inputTokens: fc.integer({ min: 10, max: 6000 }),
      outputTokens: fc.integer({ min: 1, max: 2000 }),
    });
    const targets = fc.record({
      ttftTargetMs: fc.option(fc.integer({ min: 100, max: 5000 }), { nil: null }),
      itlTargetMs: fc.option(fc.integer({ min: 20, max: 200 }), { nil: null }),
    });
    fc.assert(
      fc.property(shape, targets, fc.integer({ min: 100, max: 1e6 }), (tokens, latency, day) => {
        const need = aNeed({
          ...tokens,
          ...latency,
          quantities: [{ quarter: "2026Q4", low: day, likely: day, high: day }],
        });
        const candidates = catalogue.candidates(
          "mistral-small-3.2-24b",
          "bf16",
          tokens.inputTokens + tokens.outputTokens / 2,
          null,
        );
        const workload = workloadOf(need, day);
        const counts = candidates.flatMap((profile) => {
          const plan = planReplica(profile, workload.shape, workload.targets, profile.band.likely);
          if (typeof plan === "string") return [];
          const rate = new TimelyRate(plan, plannedRate(plan)).exact();
          return rate === 0 ? [] : [(Math.ceil(workload.load.dayPerSecond / rate - 1e-9) + 1) * profile.gpusPerReplica];
        });
        const found = fewestGpus(planCandidates(candidates, workload, "likely"), workload);
        if (counts.length === 0) expect(found.ok).toBe(false);
        else expect(found).toMatchObject({ ok: true, best: { gpus: Math.min(...counts) } });
      }),
      { numRuns: 100 },
    );
  });
});
