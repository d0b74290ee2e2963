import { describe, expect, it } from "vitest";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";
import { BASELINE_FACTS } from "./baseline-facts.js";
import type { Bundle } from "./bundle.js";
import { compileBundle } from "./compile-bundle.js";
import { formatSourceError } from "./source-error.js";
import type { PolicyFile } from "./source-error.js";

const IDEA = { ...BASELINE_FACTS, useCase: { ...BASELINE_FACTS.useCase, state: "idea" as const } };
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function compiled(...files: PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(result.errors.map(formatSourceError).join("\n"));
  return result.bundle;
}
function faults(...files: PolicyFile[]): string[] {
  const result = compileBundle(files);
  return result.ok ? [] : result.errors.map(formatSourceError);
}
const when = (text: string): PolicyFile => ruleFile({ when: JSON.stringify(text) });

describe("a bundle is refused", () => {
  it("for a rule that is too long, as text, as a list or as a tree", () => {
    const long = Array.from({ length: 100 }, (_, at_) => `useCase.slug == "${at_}"`);
    expect(faults(when(long.join(" || ")))[0]).toMatch("longer than 2000 characters");
    const countries = Array.from({ length: 80 }, () => '"FR"').join(", ");
    expect(faults(when(`useCase.slug in [${countries}]`))[0]).toMatch(/maxListElements/);
    expect(
      faults(when(`${"(".repeat(40)}request.stream${")".repeat(40)} || ${"!".repeat(60)}request.stream`))[0],
    ).toMatch(/maxDepth|depth/i);
  });

  it("for a loop in a loop in a loop, and not for two", () => {
    const two = 'useCase.labels.exists(a, request.labels.exists(b, a == b) && useCase.state == "idea")';
    const three = `useCase.labels.exists(z, ${two} || z == "")`;
    expect(faults(ruleFile({ when: JSON.stringify(two) }))).toEqual([]);
    expect(faults(when(three))[0]).toMatch(/rule\.yaml:7:\d+: when: exists and all stand at most 2 deep/);
  });

  it("for two rules with one id, whatever their folders", () => {
    const [one, other] = [ruleFile(), { ...ruleFile(), path: "family/other/rule.yaml" }];
    expect(faults(one, other)).toEqual(["family/other/rule.yaml:1:5: id must be the rule's folder, family/other"]);
    expect(faults(one, one)[0]).toMatch("given twice");
  });

  it("for a file or a bundle beyond all measure, without reading it", () => {
    const vast = { ...ruleFile(), text: `${ruleFile().text}${"#".repeat(70_000)}` };
    expect(faults(vast)).toEqual(["family/rule/rule.yaml:1:1: the file has more than 65536 characters"]);
    const many = Array.from({ length: 501 }, (_, each) => ({ path: `f/r${each}/rule.yaml`, text: "" }));
    expect(faults(...many)).toEqual([".:1:1: there are 501 rules, more than 500"]);
  });

  it("for YAML that grows by reference", () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${ruleFile().text}`;
    expect(faults({ ...ruleFile(), text: bomb })[0]).toMatch("unknown key");
  });

  it("for a fact that is not known of what the rule guards", () => {
    const text = ruleFile({ when: "pool.hosting == 'commercial' || useCase.state == 'idea'" }).text;
    const guarding = (targets: string): string[] =>
      faults({ ...ruleFile(), text: text.replace("effect: deny", `appliesTo: ${targets}\neffect: deny`) });
    expect(guarding("[request]")).toEqual([]);
    expect(guarding("[request, use_case]")).toEqual([
      "family/rule/rule.yaml:6:12: appliesTo: nothing is known of pool.hosting for use_case",
    ]);
    expect(guarding("[use_case, use_case]")[0]).toMatch("names use_case twice");
    expect(guarding("[]")[0]).toMatch("must name what the rule guards");
    expect(guarding("[pod]")[0]).toMatch("appliesTo must be one of request, use_case");
  });
});

describe("dates", () => {
  it("leave an expired rule in its bundle, silent", () => {
    const bundle = compiled(ruleFile({ from: "2024-01-01", to: "2025-12-31" }));
    expect(bundle.evaluate(IDEA, at("2025-12-31")).eligible).toBe(false);
    expect(bundle.evaluate(IDEA, at("2026-01-01"))).toEqual({ eligible: true, findings: [] });
    expect(bundle.rules).toHaveLength(1);
  });

  it("that move change the digest and the day, and nothing else", () => {
    const before = compiled(ruleFile({ from: "2026-08-02" }));
    const after = compiled(ruleFile({ from: "2027-12-02" }));
    const refusesOn = (bundle: Bundle, day: string): boolean => !bundle.evaluate(IDEA, at(day)).eligible;
    expect(after.digest).not.toBe(before.digest);
    expect(["2026-08-01", "2026-08-02", "2027-12-01", "2027-12-02"].map((day) => refusesOn(before, day))).toEqual([
      ...[false, true, true, true],
    ]);
    expect(["2026-08-01", "2026-08-02", "2027-12-01", "2027-12-02"].map((day) => refusesOn(after, day))).toEqual([
      ...[false, false, false, true],
    ]);
  });
});
