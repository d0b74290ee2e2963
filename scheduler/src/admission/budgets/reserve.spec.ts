import type { BudgetV1, LimitV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aScene, KEY } from "../../../../test/builders/inference-scene.js";
import { hashKey } from "../../identity/identify.js";
import { createLeaseBook } from "../../kernel/lease/lease-book.js";
import { compileSnapshot } from "../../kernel/snapshot/compile-snapshot.js";
import { judge } from "../admit.js";
import { createLocalShares } from "../limits/local-shares.js";
import { reserve, settle } from "./reserve.js";
import type { Waived } from "./reserve.js";
import { nextStep, shortfallRefusal } from "./shortfall.js";

const NOW = Date.now();
const HOUR = 3_600_000;
const period = { period: "month", periodStart: 0, periodEnd: NOW + 60_000 } as const;
const own: BudgetV1 = { id: "own", nodeId: "use-case", unit: "token", amount: 10_000, ...period };
const state: BudgetV1 = { id: "state", nodeId: "state", unit: "micro_euro", amount: 10_000, ...period };
const places: LimitV1 = { id: "places", nodeId: "application", kind: "concurrency", value: 1 };
const minute: LimitV1 = { id: "minute", nodeId: "ministry", kind: "rpm", value: 4 };
const JUST_USED = { requests: 1, inputTokens: 100, costMicroEuro: 40 };

interface Options {
  readonly budgets?: readonly BudgetV1[];
  readonly limits?: readonly LimitV1[];
  readonly learned?: number;
  readonly maxOutputTokens?: number | null;
}

/** One caller, with what it holds of each ceiling. */
const opened = (held: Readonly<Record<string, number>>, options: Options = {}) => {
  const { budgets = [own, state], limits = [places] } = options;
  const source = aScene([{ url: "http://127.0.0.1:1" }], { budgets, limits });
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("the rules do not compile");
  const compiled = compileSnapshot(source, bundle.bundle);
  const caller = compiled.callers.get(hashKey(KEY));
  if (caller === undefined) throw new Error("the key is not known");
  const { maxOutputTokens = 100, learned = null } = options;
  const asked = {
    model: "model",
    stream: false,
    sequences: 1,
    outputParam: "max_tokens",
    servedBy: null,
    maxOutputTokens,
    textBytes: 200,
    beyondText: false,
  };
  const judged = judge(compiled, caller, { ...asked, labelsHeader: null, decisionRef: null, toolCalls: 0 }, NOW, {
    p95: () => learned,
  });
  if (!judged.ok) throw new Error(judged.refusal.message);
  const book = createLeaseBook();
  const grants = Object.entries(held).map(([budgetId, granted]) => {
    return { budgetId, periodStart: 0, periodEnd: NOW + HOUR, granted, left: 0, expiresInMs: 10_000 };
  });
  book.apply(grants, { sentAt: 0, monotonicNow: 0, wallNow: NOW });
  const parts = { book, shares: createLocalShares() };
  const waived: Waived = new Map();
  const again = (now = 0) => reserve(caller, judged.candidate, parts, waived, now);
  return { caller, candidate: judged.candidate, parts, book, waived, again };
};
const reservationOf = (outcome: ReturnType<typeof reserve>) => {
  if (outcome.kind !== "reserved") throw new Error(`unexpected: ${outcome.kind}`);
  return outcome.reservation;
};

describe("reserve", () => {
  it("takes from every ceiling of the path, with figures from the leaf to the root", () => {
    const { again, book } = opened({ places: 1, own: 1_000, state: 1_000 });
    expect(again()).toMatchObject({
      kind: "reserved",
      levels: [
        { ceilingId: "places", unit: "request", ceiling: 1, asked: 1, ok: true },
        { ceilingId: "own", unit: "token", asked: 556, held: 1_000, ok: true },
        { ceilingId: "state", unit: "micro_euro", asked: 756, held: 1_000, ok: true },
      ],
    });
    expect(book.holdings().map(({ free }) => free)).toEqual([0, 444, 244]);
  });

  it("tells what is left of a ceiling and what is reserved in all apart from this replica's block", () => {
    const { again, book } = opened({ places: 1, own: 1_000, state: 1_000 });
    const period = { periodStart: 0, periodEnd: NOW + HOUR, expiresInMs: 10_000 };
    const heard = { ...period, budgetId: "state", granted: 0, left: 36_000, reserved: 2_800 };
    book.apply([heard], { sentAt: 0, monotonicNow: 0, wallNow: NOW });
    const outcome = again();
    expect(outcome.levels.find(({ ceilingId }) => ceilingId === "state")).toMatchObject({
      ...{ held: 1_000, left: 36_000, reserved: 2_800 },
    });
    expect(outcome.levels.find(({ ceilingId }) => ceilingId === "own")).not.toHaveProperty("left");
  });

  it("costs nothing when it refuses: no token, no place", () => {
    const { again, book } = opened({ places: 1, own: 1_000, state: 10 });
    expect(again()).toMatchObject({
      kind: "short",
      ceiling: { id: "state" },
      shortfall: { kind: "exhausted", held: 10 },
    });
    expect(book.holdings().map(({ free }) => free)).toEqual([1, 1_000, 10]);
  });

  it("counts requests at once until one ends, whatever it used", () => {
    const { again, parts } = opened({ places: 1, own: 9_000, state: 9_000 });
    const first = reservationOf(again());
    expect(again()).toMatchObject({ kind: "short", ceiling: { kind: "concurrency" } });
    const charges = settle(parts, first, JUST_USED);
    expect(again().kind).toBe("reserved");
    expect(charges).toEqual([
      { ceilingId: "own", periodStart: 0, amount: 100 },
      { ceilingId: "state", periodStart: 0, amount: 40 },
    ]);
  });

  it("counts a model's ceilings for that model alone", () => {
    const other: BudgetV1 = { ...own, id: "other", modelId: "another-model" };
    const { again, book } = opened({ own: 1_000 }, { budgets: [{ ...own, modelId: "model" }, other], limits: [] });
    expect(again()).toMatchObject({ kind: "reserved", levels: [{ ceilingId: "own" }] });
    expect(book.holdings()).toHaveLength(1);
  });

  it("reserves what answers need when the full maximum does not fit, and gives the engine that maximum", () => {
    const asked = { budgets: [own], limits: [], learned: 20, maxOutputTokens: null };
    const roomy = opened({ own: 9_000 }, asked).again();
    const tight = opened({ own: 500 }, asked).again();
    expect(tight).toMatchObject({ kind: "reserved", candidate: { maxOutputTokens: 20, bounds: { outputTokens: 20 } } });
    expect(roomy.kind === "reserved" && roomy.candidate.maxOutputTokens).toBeGreaterThan(20);
  });

  it("goes on without what is waived, within the guarantee when the rule says so", () => {
    const { again, waived } = opened({}, { budgets: [{ ...own, onExhaust: "throttle_to_guarantee" }], limits: [] });
    expect(again().kind).toBe("short");
    waived.set("own", "exhausted");
    expect(reservationOf(again()).withinGuaranteeOnly).toBe(true);
  });

  it("holds each replica to its share of a limit while the control plane is away", () => {
    const { again, waived, book, parts } = opened({}, { budgets: [], limits: [minute] });
    book.apply([], { sentAt: 0, monotonicNow: 0, wallNow: NOW, replicas: 2 });
    waived.set("minute", "silent");
    const first = reservationOf(again());
    expect(again().kind).toBe("reserved");
    expect(again()).toMatchObject({ kind: "refused", refusal: { code: "rate.exceeded" } });
    settle(parts, first, null);
    expect(again().kind).toBe("reserved");
    expect(again(60_000).kind).toBe("reserved");
  });

  it("leaves no residue: what is settled was consumed, everything else is free again (P9)", () => {
    const used = fc.nat({ max: 556 });
    fc.assert(
      fc.property(fc.array(fc.option(used), { maxLength: 40 }), fc.nat({ max: 20_000 }), (ends, held) => {
        const { again, parts, book } = opened({ own: held, minute: 10 }, { budgets: [own], limits: [minute] });
        let consumed = 0;
        const open = ends.flatMap((end) => {
          const outcome = again();
          return outcome.kind === "reserved" ? [{ end, reservation: outcome.reservation }] : [];
        });
        for (const { end, reservation } of open) {
          consumed += end ?? 0;
          const amounts = end === null ? null : { requests: 1, inputTokens: end };
          settle(parts, reservation, amounts);
          settle(parts, reservation, amounts);
        }
        const tokens = book.holdings().find(({ budgetId }) => budgetId === "own");
        expect(tokens).toMatchObject({ reserved: 0, consumed, free: held - consumed });
        expect(consumed).toBeLessThanOrEqual(held);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a ceiling that is short", () => {
  const ceilingAt = (over: Partial<BudgetV1>) => {
    const outcome = opened({}, { budgets: [{ ...own, ...over }], limits: [] }).again();
    if (outcome.kind !== "short") throw new Error("unexpected");
    return outcome;
  };
  const step = (
    over: Partial<BudgetV1>,
    kind: "missing" | "exhausted" | "expired",
    heardAt: number | null,
    waited = {},
  ) => {
    const { ceiling, shortfall } = ceilingAt(over);
    const situation = { answered: false, timeUp: false, ...waited };
    return nextStep(ceiling, { ...shortfall, kind }, situation, heardAt, 100_000);
  };

  it("follows its own rule when it is used up", () => {
    expect(step({}, "exhausted", 99_000)).toBe("refuse");
    expect(step({ onExhaust: "warn" }, "exhausted", 99_000)).toBe("exhausted");
    expect(step({ onExhaust: "throttle_to_guarantee" }, "exhausted", 99_000)).toBe("exhausted");
  });

  it("without a lease: hard ones wait, then refuse; soft ones go on at once when the control plane is away", () => {
    expect(step({}, "expired", 10_000)).toBe("wait");
    expect(step({}, "expired", 10_000, { timeUp: true })).toBe("refuse");
    expect(step({ hard: false }, "expired", 10_000)).toBe("silent");
    expect(step({ hard: false }, "missing", 99_000)).toBe("wait");
    expect(step({ hard: false }, "missing", 99_000, { timeUp: true })).toBe("silent");
    expect(step({ hard: false }, "missing", null)).toBe("wait");
  });

  it("tells a used-up budget from a control plane that is silent, by name, figures and reset", () => {
    const { ceiling, shortfall } = ceilingAt({});
    const nodeNames = new Map([["use-case", "Courrier"]]);
    const situation = { nodeNames, book: createLeaseBook(), answered: false, wallNow: NOW, monotonicNow: 0 };
    const { message } = shortfallRefusal(ceiling, { ...shortfall, kind: "exhausted", left: 0 }, situation);
    expect(message).toContain("budget of Courrier has 0 of 10000 tokens left");
    expect(shortfallRefusal(ceiling, shortfall, situation).code).toBe("budget.lease_expired");
    expect(shortfallRefusal(ceiling, { ...shortfall, kind: "exhausted", left: 0 }, situation)).toMatchObject({
      code: "budget.exceeded",
      retryAfterSeconds: 60,
      details: { nodeId: "use-case", node: "Courrier", unit: "token", budget: 10_000, left: 0 },
    });
  });
});
