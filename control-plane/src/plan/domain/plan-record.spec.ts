import { PLAN_KIND_NAMES, planKind, planProblem, type PlanKindName } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPlanRecord, planWordsOf } from "../../../../test/builders/plan-record.builder.js";
import { corrected, isEnded, moved, nextStates, planWords } from "./plan-record.js";

const record = (kind: PlanKindName, state = Object.keys(planKind(kind).states)[0] ?? "") =>
  aPlanRecord({ id: "1", organisationId: "economie", kind, state });
const paths = (result: ReturnType<typeof planWords>): readonly string[] =>
  !result.ok && result.refusal.kind === "InvalidInput" ? result.refusal.issues.map(({ path }) => path) : [];

describe("the kinds of the plan", () => {
  it.each(PLAN_KIND_NAMES)(
    "%s: its states lead somewhere, all are reached, and what a step needs is a field",
    (kind) => {
      const { states, fields } = planKind(kind);
      const names = Object.keys(states);
      const reached = new Set([names[0], ...Object.values(states).flatMap(({ next }) => next)]);
      expect([...reached].toSorted()).toEqual(names.toSorted());
      for (const { needs = [] } of Object.values(states)) for (const name of needs) expect(fields).toHaveProperty(name);
      expect(names.some((state) => isEnded(record(kind, state))) || kind === "offer").toBe(true);
    },
  );

  it.each(PLAN_KIND_NAMES)("%s: says what it must, and is refused without any of it, by field", (kind) => {
    expect(planWords(kind, planWordsOf(kind))).toMatchObject({ ok: true });
    for (const [name, field] of Object.entries(planKind(kind).fields)) {
      const { [name]: _left, ...values } = planWordsOf(kind).values;
      expect(paths(planWords(kind, { ...planWordsOf(kind), values }))).toEqual(
        field.optional === true ? [] : [`values.${name}`],
      );
    }
  });
});

describe("words of a record", () => {
  it("are refused field by field, with what is not of the kind", () => {
    const values = { ...planWordsOf("sourcing").values, immunity: "5", cost: "1.5", choice: "steal", colour: "blue" };
    const told = paths(planWords("sourcing", { ...planWordsOf("sourcing"), values }));
    expect(told.toSorted()).toEqual(["values.choice", "values.colour", "values.cost", "values.immunity"]);
  });

  it("have a window that begins before it ends, and a day where one must be", () => {
    const said = planWordsOf("deadline");
    expect(paths(planWords("deadline", { ...said, dueFrom: "2027-01-01" }))).toEqual(["dueFrom"]);
    expect(paths(planWords("deadline", { ...said, dueFrom: null, dueOn: null }))).toEqual(["dueOn"]);
    expect(paths(planWords("deadline", { ...said, dueOn: "2026-02-30" }))).toContain("dueOn");
    expect(planWords("deadline", { ...said, dueFrom: said.dueOn })).toMatchObject({ ok: true });
  });

  it("never pass with a figure that no number is", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const field = { kind: "number", label: { fr: "", en: "" }, min: -10, max: 10 } as const;
        const figure = Number(typed);
        if (typed !== "" && planProblem(field, typed) === null)
          expect(Number.isFinite(figure) && figure >= -10 && figure <= 10).toBe(true);
      }),
    );
  });
});

describe("a record's life", () => {
  it("goes along its kind's states alone, and once nothing follows it stays as it is", () => {
    expect(moved(record("deadline"), "kept")).toMatchObject({ ok: true, value: { state: "kept", version: 2 } });
    expect(moved(record("deadline", "kept"), "missed")).toMatchObject({ ok: false });
    expect(moved(record("deadline"), "arbitrated")).toMatchObject({ ok: false });
    const words = planWordsOf("deadline");
    expect(corrected(record("deadline", "kept"), words, "camille", new Date())).toMatchObject({ ok: false });
  });

  it("takes no step whose reasons are not written yet", () => {
    const running = moved(record("mission"), "running");
    expect(running).toMatchObject({ ok: false, refusal: { issues: [{ path: "values.sample" }] } });
    const sampled = {
      ...record("mission"),
      values: { ...record("mission").values, sample: "Un sur cent, par tirage" },
    };
    expect(moved(sampled, "running")).toMatchObject({ ok: true });
  });

  it("names whoever corrected it as its author", () => {
    const at = new Date("2026-10-01T00:00:00Z");
    const after = corrected(record("lever"), { ...planWordsOf("lever"), title: "Former chacun" }, "alix", at);
    expect(after).toMatchObject({ ok: true, value: { title: "Former chacun", declaredBy: "alix", version: 2 } });
    expect(nextStates(record("lever"))).toEqual(["engaged", "dropped"]);
  });
});
