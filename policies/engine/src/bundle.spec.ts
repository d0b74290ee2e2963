import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { DATA_LABELS } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import type { Bundle } from "./bundle.js";
import { compileBundle } from "./compile-bundle.js";
import { BASELINE_FACTS } from "./baseline-facts.js";
import type { Facts } from "./facts.js";
import { loadPolicyFiles } from "./load-policy-files.js";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";
import { anyFacts, mostlyAllowedFacts } from "../../../test/builders/facts.arbitrary.js";
import type { PolicyFile } from "./source-error.js";

const NOON = Date.parse("2026-06-15T12:00:00Z");
const IDEA: Facts = { ...BASELINE_FACTS, useCase: { ...BASELINE_FACTS.useCase, state: "idea" } };

function bundleOf(...files: PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle;
}
const inForce = bundleOf(...loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url))));
const fired = (bundle: Bundle, facts: Facts, now = NOON): string[] =>
  bundle.evaluate(facts, now).findings.map((finding) => finding.rule.id);

describe("Bundle.evaluateEach", () => {
  it("says of each pool what it would say of it alone", () => {
    const pools = fc.array(mostlyAllowedFacts, { maxLength: 4 });
    fc.assert(
      fc.property(fc.oneof(anyFacts, mostlyAllowedFacts), pools, (facts, others) => {
        const all = [facts, ...others.map(({ pool }) => ({ ...facts, pool }))];
        expect(inForce.evaluateEach(all, NOON)).toEqual(all.map((each) => inForce.evaluate(each, NOON)));
      }),
    );
    expect(inForce.evaluateEach([], NOON)).toEqual([]);
  });

  it("counts a rule that fails as fired on every pool", () => {
    const broken = { ...IDEA, useCase: {} } as unknown as Facts;
    const verdicts = bundleOf(ruleFile()).evaluateEach([broken, broken], NOON);
    expect(verdicts.map(({ findings: [finding] }) => finding?.faulted)).toEqual([true, true]);
  });
});

describe("Bundle.evaluate", () => {
  it("lists every rule that fires, strongest effect first, then by id", () => {
    const bundle = bundleOf(
      ruleFile({ id: "a/warns", effect: "warn" }),
      ruleFile({ id: "a/prefers", effect: "prefer" }),
      ruleFile({ id: "b/denies", effect: "deny" }),
      ruleFile({ id: "a/denies", effect: "deny" }),
      ruleFile({ id: "a/requires", effect: "require" }),
      ruleFile({ id: "a/clamps", effect: "clamp" }),
    );
    expect(fired(bundle, IDEA)).toEqual(["a/denies", "b/denies", "a/requires", "a/clamps", "a/warns", "a/prefers"]);
    expect(bundle.evaluate(IDEA, NOON).eligible).toBe(false);
    expect(bundle.evaluate(BASELINE_FACTS, NOON)).toEqual({ eligible: true, findings: [] });
  });

  it.each([
    ["deny", false],
    ["require", false],
    ["clamp", true],
    ["warn", true],
    ["prefer", true],
  ])("%s makes a pool eligible: %s", (effect, eligible) => {
    expect(bundleOf(ruleFile({ effect })).evaluate(IDEA, NOON).eligible).toBe(eligible);
  });

  it("reports a shadow rule without letting it decide, and leaves out a rule that is off", () => {
    const shadow = bundleOf(ruleFile({ mode: "shadow" })).evaluate(IDEA, NOON);
    expect(shadow.eligible).toBe(true);
    expect(shadow.findings).toMatchObject([{ enforced: false }]);
    expect(bundleOf(ruleFile({ mode: "off" })).evaluate(IDEA, NOON).findings).toEqual([]);
  });

  it("says which facts its rules look at", () => {
    const bundle = bundleOf(
      ruleFile({
        id: "a/one",
        when: 'useCase.state == "idea" && "dr" in request.labels',
        facts: "{ useCase: { state: idea }, request: { labels: [dr] } }",
      }),
      ruleFile({
        id: "a/two",
        when: "request.labels.exists(label, !(label in pool.acceptedLabels))",
        facts: "{ request: { labels: [dr] } }",
      }),
      ruleFile({ id: "a/three", when: "useCase.fria", facts: "{ useCase: { fria: true } }", mode: "off" }),
    );
    expect(bundle.reads).toEqual(["pool.acceptedLabels", "request.labels", "useCase.state"]);
    expect(inForce.reads).toContain("useCase.derogations");
  });

  it("never permits because of a fault", () => {
    const broken = { ...IDEA, useCase: {} } as unknown as Facts;
    expect(bundleOf(ruleFile()).evaluate(broken, NOON)).toMatchObject({
      eligible: false,
      findings: [{ faulted: true }],
    });
  });

  it.each(["clamp", "warn", "prefer"])("forbids when a rule fails whose effect is %s", (effect) => {
    const broken = { ...IDEA, useCase: {} } as unknown as Facts;
    expect(bundleOf(ruleFile({ effect })).evaluate(broken, NOON).eligible).toBe(false);
    expect(bundleOf(ruleFile({ effect, mode: "shadow" })).evaluate(broken, NOON).eligible).toBe(true);
  });

  it("lets a derogation lift a derogable rule, tells so, and lifts no other", () => {
    const lifted: Facts = { ...IDEA, useCase: { ...IDEA.useCase, derogations: ["family/rule"] } };
    const derogable = ruleFile().text.replace("derogable: null", "derogable: { by: [minister], maxMonths: 18 }");
    const bundle = bundleOf({ path: "family/rule/rule.yaml", text: derogable });
    expect(bundle.evaluate(lifted, NOON)).toMatchObject({ eligible: true, findings: [{ derogated: true }] });
    expect(bundle.evaluate(IDEA, NOON).eligible).toBe(false);
    expect(bundleOf(ruleFile()).evaluate(lifted, NOON).eligible).toBe(false);
  });

  it("lets a derogation of one pool lift the rule there, and on no other", () => {
    const derogable = ruleFile().text.replace("derogable: null", "derogable: { by: [minister], maxMonths: 18 }");
    const bundle = bundleOf({ path: "family/rule/rule.yaml", text: derogable });
    const on = (slug: string): Facts => ({
      ...IDEA,
      useCase: { ...IDEA.useCase, derogations: ["family/rule@souverain"] },
      pool: { ...IDEA.pool, slug },
    });
    expect(bundle.evaluate(on("souverain"), NOON)).toMatchObject({ eligible: true, findings: [{ derogated: true }] });
    expect(bundle.evaluate(on("commercial"), NOON).eligible).toBe(false);
  });

  it("applies a rule from its first day to its last, as days are in Paris, in any order of questions", () => {
    const bundle = bundleOf(ruleFile({ from: "2026-07-01", to: "2026-12-31" }));
    const at = (instant: string): number => fired(bundle, IDEA, Date.parse(instant)).length;
    expect(at("2026-06-30T21:59:59Z")).toBe(0);
    expect(at("2026-06-30T22:00:00Z")).toBe(1);
    expect(at("2026-12-31T22:59:59Z")).toBe(1);
    expect(at("2026-12-31T23:00:00Z")).toBe(0);
    expect(at("2026-09-01T00:00:00Z")).toBe(1);
  });

  it("answers the same object, without allocation, when nothing fires", () => {
    expect(inForce.evaluate(BASELINE_FACTS, NOON)).toBe(inForce.evaluate(BASELINE_FACTS, NOON));
  });
});

describe("the rules in force", () => {
  it("name each label that a pool does not accept, in words of its own", () => {
    const texts = DATA_LABELS.map((label) => {
      const labelled: Facts = { ...BASELINE_FACTS, request: { ...BASELINE_FACTS.request, labels: [label] } };
      const narrow: Facts = { ...labelled, pool: { ...labelled.pool, acceptedLabels: [] } };
      const wide: Facts = { ...labelled, pool: { ...labelled.pool, acceptedLabels: [label] } };
      const codes = (facts: Facts) => inForce.evaluate(facts, NOON).findings.map(({ rule }) => rule.reason);
      const before = new Set(codes(wide).map(({ code }) => code));
      const own = label === "classified" ? codes(wide) : codes(narrow).filter(({ code }) => !before.has(code));
      return own.map(({ fr }) => fr);
    });
    expect(texts.map(({ length }) => length)).toEqual(DATA_LABELS.map(() => 1));
    expect(new Set(texts.flat()).size).toBe(DATA_LABELS.length);
  });

  it("accept classified data nowhere", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const classified: Facts = { ...facts, request: { ...facts.request, labels: ["classified"] } };
        return !inForce.evaluate(classified, NOON).eligible;
      }),
    );
  });

  it("never turn a refusal into an acceptance when a label is added", () => {
    fc.assert(
      fc.property(mostlyAllowedFacts, fc.constantFrom(...DATA_LABELS), (facts, label) => {
        const raised: Facts = { ...facts, request: { ...facts.request, labels: [...facts.request.labels, label] } };
        return inForce.evaluate(facts, NOON).eligible || !inForce.evaluate(raised, NOON).eligible;
      }),
      { numRuns: 1000 },
    );
  });

  it("never turn an acceptance into a refusal when a pool gains a qualification or an accreditation", () => {
    const gained = fc.constantFrom("secnumcloud", "hds", "eu_equiv", "iso27001", "dr", "sensible");
    fc.assert(
      fc.property(mostlyAllowedFacts, gained, (facts, scheme) => {
        const { pool } = facts;
        const qualifications = [...pool.qualifications, scheme];
        const better: Facts = {
          ...facts,
          pool: { ...pool, qualifications, homologations: [...pool.homologations, scheme] },
        };
        return !inForce.evaluate(facts, NOON).eligible || inForce.evaluate(better, NOON).eligible;
      }),
      { numRuns: 1000 },
    );
  });

  it("never turn an acceptance into a refusal when a pool accepts more", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...DATA_LABELS), (facts, label) => {
        const wider: Facts = {
          ...facts,
          pool: { ...facts.pool, acceptedLabels: [...facts.pool.acceptedLabels, label] },
        };
        return !inForce.evaluate(facts, NOON).eligible || inForce.evaluate(wider, NOON).eligible;
      }),
    );
  });
});
