import { describe, expect, it } from "vitest";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";
import { BASELINE_FACTS } from "./baseline-facts.js";
import type { Bundle } from "./bundle.js";
import { compileBundle } from "./compile-bundle.js";

const NOON = Date.parse("2026-06-15T12:00:00Z");
const { today, useCase, model, pool } = BASELINE_FACTS;

function bundleOf(...rules: { readonly targets: string; readonly when: string; readonly id: string }[]): Bundle {
  const files = rules.map(({ targets, when, id }) => {
    const facts = when.startsWith("model")
      ? "{ model: { format: pickle } }"
      : "{ useCase: { staffEffect: substitution } }";
    const { path, text } = ruleFile({ id, when: JSON.stringify(when), facts });
    return { path, text: text.replace("effect: deny", `appliesTo: ${targets}\neffect: deny`) };
  });
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle;
}

const substitutes = { ...useCase, staffEffect: "substitution" };
const entering = (bundle: Bundle, state: typeof useCase.state): boolean =>
  bundle.guard("use_case", { today, useCase: { ...substitutes, state } }, NOON).eligible;

describe("guards", () => {
  it("judge the entry into every state, or into those that a rule names, and no request", () => {
    const when = 'useCase.staffEffect == "substitution"';
    const every = bundleOf({ id: "a/every", targets: "[use_case]", when });
    expect([entering(every, "qualified"), entering(every, "deployed")]).toEqual([false, false]);
    const some = bundleOf({ id: "a/some", targets: "[use_case.deployed, use_case.generalised]", when });
    expect([entering(some, "qualified"), entering(some, "deployed"), entering(some, "generalised")]).toEqual([
      ...[true, false, false],
    ]);
    expect(every.evaluate({ ...BASELINE_FACTS, useCase: substitutes }, NOON).findings).toEqual([]);
    const both = bundleOf({ id: "a/both", targets: "[use_case, request]", when });
    expect(both.evaluate({ ...BASELINE_FACTS, useCase: substitutes }, NOON).eligible).toBe(false);
    expect(entering(both, "idea")).toBe(false);
  });

  it("keep models, deployments and pools apart, each with what is known of it", () => {
    const bundle = bundleOf({ id: "a/format", targets: "[model, deployment]", when: 'model.format == "pickle"' });
    const pickle = { ...model, format: "pickle" };
    expect(bundle.guard("model", { today, model: pickle }, NOON)).toMatchObject({
      eligible: false,
      findings: [{ rule: { id: "a/format" } }],
    });
    expect(bundle.guard("deployment", { today, model: pickle, pool }, NOON).eligible).toBe(false);
    expect(bundle.guard("pool", { today, pool }, NOON).findings).toEqual([]);
  });

  it("never permit what they cannot judge", () => {
    const bundle = bundleOf({ id: "a/format", targets: "[model]", when: 'model.format == "pickle"' });
    expect(bundle.guard("model", { today }, NOON)).toMatchObject({ eligible: false, findings: [{ faulted: true }] });
  });
});
