import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begun, published, withInterval, type Evaluation, type Outcome } from "./evaluation.js";
import { wilson } from "./interval.js";

const evaluation: Evaluation = {
  id: "e",
  organisationId: "o",
  useCaseId: "u",
  version: 1,
  protocol: "Questionnaires and three focus groups",
  body: "LaborIA",
  independent: true,
  sample: "33 agents",
  metrics: [],
  verdict: null,
  summary: null,
  publicationUrl: null,
  state: "planned",
  plannedBy: "cell",
  plannedAt: new Date(0),
  publishedAt: null,
};
const figure = {
  name: "useful",
  value: 75,
  unit: "%",
  low: null,
  high: null,
  confidence: null,
  sample: null,
  source: null,
};
const outcome: Outcome = { metrics: [figure], verdict: "generalise", summary: "Useful", publicationUrl: null };
const at = new Date(5);

describe("Wilson's interval", () => {
  it("agrees with the published example of 81 successes out of 263", () => {
    const { low, high } = wilson(81 / 263, 263);
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(["0.255", "0.366"]);
  });
  it("holds the share, stays within 0 and 1, and narrows as answers come in", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), (share, sample) => {
        const [few, many] = [wilson(share, sample), wilson(share, sample * 10)];
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(few.low).toBeLessThanOrEqual(share + 1e-9);
        expect(few.high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe("a figure", () => {
  it("keeps the bounds it came with, gets those of its sample, or says that it has none", () => {
    expect(withInterval({ ...figure, low: 70, high: 80 })).toMatchObject({ intervalMethod: "given", confidence: 0.95 });
    expect(withInterval({ ...figure, sample: 1000 })).toMatchObject({
      intervalMethod: "wilson",
      low: 72.2,
      high: 77.6,
    });
    expect(withInterval(figure)).toMatchObject({ intervalMethod: "none", low: null });
    expect(withInterval({ ...figure, unit: "minutes", sample: 33 })).toMatchObject({ intervalMethod: "none" });
  });
});

describe("an evaluation", () => {
  it("is planned, runs, is published, in that order and once", () => {
    const running = begun(evaluation);
    if (!running.ok) throw new Error(running.refusal.message);
    const done = published(running.value, outcome, at, {});
    expect(done).toMatchObject({ ok: true, value: { state: "published", version: 3, publishedAt: at } });
    expect(published(evaluation, outcome, at, {})).toMatchObject({ ok: false });
    expect(begun(running.value)).toMatchObject({ ok: false });
    if (done.ok) expect(published(done.value, outcome, at, {})).toMatchObject({ ok: false });
  });
  it("measures something, and is independent only of what its body does not supply", () => {
    const running = { ...evaluation, state: "running" as const };
    const unmet = (result: ReturnType<typeof published>) =>
      !result.ok && result.refusal.kind === "GuardRefusal"
        ? result.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code)
        : [];
    expect(unmet(published(running, { ...outcome, metrics: [] }, at, {}))).toEqual(["evaluation.measured"]);
    expect(unmet(published(running, outcome, at, { suppliers: ["laboria "] }))).toEqual(["evaluation.body_apart"]);
    expect(published({ ...running, independent: false }, outcome, at, { suppliers: ["LaborIA"] }).ok).toBe(true);
  });
});
