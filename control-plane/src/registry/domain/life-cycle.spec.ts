import { USE_CASE_STATES, type UseCaseState } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aUseCase, RELEASED_DOSSIER } from "../../../../test/builders/ai-use-case.builder.js";
import type { AiUseCase } from "./ai-use-case.js";
import { EVIDENCE_KINDS } from "./evidence.js";
import { GUARDS } from "./guards.js";
import { actionTowards, FINAL_STATES, RUNNING_STATES, STEPS, SUSPENDABLE_STATES } from "./life-cycle.js";
import { resume, statesAhead, suspend, transition, transitionOptions } from "./transitions.js";

const WHOLE = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, "reference"]));
const as = (by: string) => ({ by, authors: [] });

const actors = ["declarant", "validator", "ai-cell"] as const;
const anyEvidence = fc
  .subarray([...EVIDENCE_KINDS])
  .map((kinds) => Object.fromEntries(kinds.map((kind) => [kind, "reference"])));
const anyUseCase = fc.record({
  declaredBy: fc.constantFrom(...actors),
  decisionRole: fc.constantFrom("assist", "autonomous", "prepare"),
  staffEffect: fc.constantFrom("augmentation", "substitution"),
  labels: fc.subarray(["internal", "personal", "classified"]),
  ownerEmail: fc.constantFrom("", "owner@ministry.example"),
  oversight: fc.constantFrom("", "An agent reads and signs each text before it leaves."),
  evidence: anyEvidence,
}) as fc.Arbitrary<Partial<AiUseCase>>;

/** A number stands for one of the ways that lead on from where the use case is, so that walks go far. */
interface Move {
  readonly to: UseCaseState | "resume" | number;
  readonly by: string;
}
const anyMoves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    to: fc.oneof({ weight: 9, arbitrary: fc.nat(1000) }, fc.constantFrom(...USE_CASE_STATES, "resume" as const)),
    by: fc.constantFrom(...actors),
  }),
  { maxLength: 60 },
);

function targetOf(useCase: AiUseCase, move: Move): UseCaseState | "resume" {
  if (typeof move.to !== "number") return move.to;
  if (useCase.state === "suspended") return "resume";
  const onward = transitionOptions(useCase, as(move.by)).filter(({ to }) => !FINAL_STATES.includes(to));
  return onward[move.to % Math.max(onward.length, 1)]?.to ?? useCase.state;
}

function attempt(useCase: AiUseCase, move: Move): AiUseCase {
  const to = targetOf(useCase, move);
  if (to === "resume" || to === "suspended") {
    const moved = to === "resume" ? resume(useCase) : suspend(useCase);
    return moved.ok ? moved.value : useCase;
  }
  const moved = transition(useCase, to, as(move.by));
  return moved.ok ? moved.value : useCase;
}

/** Every state a use case goes through when it tries `moves` in order, with who moved it there. */
function walk(start: AiUseCase, moves: readonly Move[]): readonly { useCase: AiUseCase; by: string }[] {
  let useCase = start;
  return moves.map((move) => {
    useCase = attempt(useCase, move);
    return { useCase, by: move.by };
  });
}

describe("life cycle", () => {
  it("reaches no running state without the refusals of the plan being checked", () => {
    let reached = 0;
    fc.assert(
      fc.property(anyUseCase, anyMoves, (fields, moves) => {
        for (const { useCase } of walk(aUseCase({ ...fields, state: "idea" }), moves)) {
          if (!RUNNING_STATES.includes(useCase.state)) continue;
          expect(useCase.decisionRole).not.toBe("autonomous");
          expect(useCase.staffEffect).not.toBe("substitution");
          expect(useCase.labels).not.toContain("classified");
          expect(useCase.ownerEmail).not.toBe("");
          expect(useCase.oversight).not.toBe("");
          reached += 1;
        }
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it("deploys only what was evaluated or whose evaluation was waived, accredited and taught", () => {
    let reached = 0;
    fc.assert(
      fc.property(anyEvidence, anyMoves, (evidence, moves) => {
        for (const { useCase } of walk(aUseCase({ evidence, state: "idea", dossier: RELEASED_DOSSIER }), moves)) {
          if (useCase.state !== "deployed" && useCase.state !== "generalised") continue;
          const held = Object.keys(useCase.evidence);
          expect(held).toEqual(expect.arrayContaining(["homologation", "training_plan"]));
          expect(held.some((kind) => kind === "evaluation" || kind === "evaluation_waiver")).toBe(true);
          reached += 1;
        }
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it("reaches deployed and generalised when everything holds", () => {
    const route: UseCaseState[] = ["qualified", "incubation", "experiment", "evaluated", "deployed", "generalised"];
    const end = walk(
      aUseCase({ state: "idea", evidence: WHOLE, dossier: RELEASED_DOSSIER }),
      route.map((to) => ({ to, by: "validator" })),
    );
    expect(end.map(({ useCase }) => useCase.state)).toEqual(route);
  });

  it("lets no declarant validate what they declared", () => {
    for (const step of STEPS.filter(({ action, guards }) => action === "validate" && guards.length > 0))
      for (const from of step.from) {
        const useCase = aUseCase({ state: from, declaredBy: "declarant" });
        const refused = transition(useCase, step.to, as("declarant"));
        if (refused.ok || refused.refusal.kind !== "GuardRefusal") throw new Error(`${step.to} was reached`);
        const unmet = refused.refusal.conditions.filter((condition) => !condition.met).map(({ code }) => code);
        expect(unmet).toContain("validator.is_not_declarant");
      }
  });

  it("comes back from a suspension to the state it left, whatever was tried in between", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUSPENDABLE_STATES), anyMoves, (state, moves) => {
        const suspended = suspend(aUseCase({ state, evidence: WHOLE, dossier: RELEASED_DOSSIER }));
        if (!suspended.ok) throw new Error(`${state} can be suspended`);
        const onward = (to: Move["to"]) => typeof to !== "number" && to !== "resume" && !FINAL_STATES.includes(to);
        const tries = moves.filter(({ to }) => onward(to));
        const still = walk(suspended.value, tries).at(-1)?.useCase ?? suspended.value;
        expect(still.state).toBe("suspended");
        const resumed = resume(still);
        expect(resumed.ok && resumed.value.state).toBe(state);
        expect(resumed.ok && resumed.value.suspendedFrom).toBeNull();
      }),
    );
  });

  it("does not come back while a condition of the state it left is unmet", () => {
    const evidence = { ...WHOLE, homologation: undefined };
    const suspended = suspend(aUseCase({ state: "deployed", evidence, dossier: RELEASED_DOSSIER }));
    if (!suspended.ok) throw new Error("a deployed use case can be suspended");
    const refused = resume(suspended.value);
    if (refused.ok || refused.refusal.kind !== "GuardRefusal") throw new Error("it came back");
    const unmet = refused.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code);
    expect(unmet).toEqual(["evidence.homologation"]);
    const [back] = transitionOptions(suspended.value, as("compliance"));
    expect([back?.to, back?.conditions]).toEqual(["deployed", refused.refusal.conditions]);
  });

  it("ends from a suspension as from any state, and merges what was deployed", () => {
    for (const state of ["suspended", "deployed", "generalised"] as const)
      for (const to of state === "suspended" ? FINAL_STATES : (["retired", "merged"] as const)) {
        const from = aUseCase({ state, suspendedFrom: state === "suspended" ? "deployed" : null });
        expect(transition(from, to, as("cell"))).toMatchObject({ ok: true, value: { state: to, suspendedFrom: null } });
      }
  });

  it("leaves the trial only screened, with a figure of what it brings and the day of its next evaluation", () => {
    for (const [field, code] of [
      ["aiActClass", "ai_act.screened"],
      ["benefits", "benefit.expected"],
      ["evaluationDueOn", "evaluation.dated"],
    ] as const) {
      const dossier = { ...RELEASED_DOSSIER, [field]: null };
      const refused = transition(
        aUseCase({ state: "evaluated", evidence: WHOLE, dossier }),
        "deployed",
        as("validator"),
      );
      if (refused.ok || refused.refusal.kind !== "GuardRefusal") throw new Error(`deployed without ${field}`);
      expect(refused.refusal.conditions.filter(({ met }) => !met).map((each) => each.code)).toEqual([code]);
    }
  });

  it("keeps suspendedFrom exactly while suspended, and counts versions by one", () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let last = aUseCase({ state: "idea" });
        for (const { useCase } of walk(last, moves)) {
          expect(useCase.state === "suspended").toBe(useCase.suspendedFrom !== null);
          expect(useCase.version - last.version).toBe(useCase === last ? 0 : 1);
          last = useCase;
        }
      }),
    );
  });

  it("leaves final states to nobody", () => {
    for (const state of FINAL_STATES) {
      expect(transitionOptions(aUseCase({ state }), as("anybody"))).toEqual([]);
      expect(suspend(aUseCase({ state })).ok).toBe(false);
    }
  });

  it("lists every way out, met or not, and refuses for exactly the unmet conditions it lists", () => {
    fc.assert(
      fc.property(anyUseCase, fc.constantFrom(...USE_CASE_STATES), fc.constantFrom(...actors), (fields, state, by) => {
        if (state === "suspended") return;
        const useCase = aUseCase({ ...fields, state });
        for (const option of transitionOptions(useCase, as(by)).filter(({ to }) => to !== "suspended")) {
          const moved = transition(useCase, option.to, as(by));
          expect(moved.ok).toBe(option.conditions.every((condition) => condition.met));
          if (!moved.ok && moved.refusal.kind === "GuardRefusal")
            expect(moved.refusal.conditions).toEqual(option.conditions);
        }
      }),
    );
  });

  it("lists policy rules beside its own conditions, and lets none of them be passed by", () => {
    const rule = { code: "staff.substitution", met: false, message: "It replaces agents." };
    const useCase = aUseCase({ state: "idea", declaredBy: "declarant", labels: [] });
    const refused = transition(useCase, "qualified", as("somebody"), [rule]);
    if (refused.ok || refused.refusal.kind !== "GuardRefusal") throw new Error("not refused by conditions");
    expect(refused.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code)).toEqual([
      ...["labels.declared", "staff.substitution"],
    ]);
    const [option] = transitionOptions(useCase, as("somebody"), () => [rule]);
    expect(option?.conditions).toEqual(refused.refusal.conditions);
    const suspended = aUseCase({ state: "suspended", suspendedFrom: "deployed" });
    const stopped = resume(suspended, [rule]);
    if (stopped.ok || stopped.refusal.kind !== "GuardRefusal") throw new Error("not refused by conditions");
    expect(stopped.refusal.conditions.at(-1)).toEqual(rule);
    expect(statesAhead(suspended)).toEqual(["deployed", "retired", "refused", "merged"]);
  });

  it("says for every state who leads there, but for the first and for suspension", () => {
    const unreachable = USE_CASE_STATES.filter((state) => actionTowards(state) === undefined);
    expect(unreachable).toEqual(["idea", "suspended"]);
    for (const step of STEPS) for (const guard of step.guards) expect(GUARDS[guard].message).toMatch(/\.$/);
  });
});
