import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileBundle } from "./compile-bundle.js";
import { loadPolicyFiles } from "./load-policy-files.js";
import type { Rule } from "./rule.js";
import { formatSourceError } from "./source-error.js";
import type { PolicyFile } from "./source-error.js";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";

const POLICIES = fileURLToPath(new URL("../..", import.meta.url));

const blocking = ({ effect }: Rule): boolean => effect === "deny" || effect === "require";

function refusals(...files: PolicyFile[]): string[] {
  const result = compileBundle(files);
  return result.ok ? [] : result.errors.map(formatSourceError);
}

describe("the rules in force", () => {
  it("compile, pass their own tests and have a stable digest whatever the order of files", () => {
    const files = loadPolicyFiles(POLICIES);
    const one = compileBundle(files);
    const two = compileBundle([...files].reverse());
    expect(one.ok ? [] : one.errors.map(formatSourceError)).toEqual([]);
    expect(one.ok && new Set(one.bundle.rules.map((rule) => rule.id.split("/")[0]))).toEqual(
      new Set(["conformity", "data-protection", "security", "social-dialogue", "sovereignty"]),
    );
    expect(one.ok && one.bundle.rules.filter((rule) => blocking(rule) && rule.remedy === null)).toEqual([]);
    expect(one.ok && one.bundle.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(one.ok && two.ok && one.bundle.digest === two.bundle.digest).toBe(true);
  });

  it("are found by id and version, with what an explanation shows", () => {
    const result = compileBundle(loadPolicyFiles(POLICIES));
    if (!result.ok) throw new Error("refused");
    expect(result.bundle.find("conformity/use-case-may-run", 1)).toMatchObject({
      scope: "request",
      reason: { code: "use_case.not_runnable" },
    });
    expect(result.bundle.find("data-protection/internal-not-accepted", 1)?.scope).toBe("pool");
    expect(result.bundle.find("conformity/use-case-may-run", 2)).toBeUndefined();
  });
});

describe("compileBundle refuses", () => {
  it("text that is not YAML, with its place", () => {
    expect(refusals({ path: "family/rule/rule.yaml", text: "id: [\n" })[0]).toMatch(
      /^family\/rule\/rule\.yaml:\d+:\d+: /,
    );
  });

  it("a missing key, an unknown key and a wrong value, all at once", () => {
    const text = ruleFile()
      .text.replace("owner: compliance\n", "ownr: compliance\n")
      .replace("mode: enforce", "mode: on");
    expect(refusals({ path: "family/rule/rule.yaml", text })).toEqual([
      'family/rule/rule.yaml:3:1: rule: unknown key "ownr"',
      "family/rule/rule.yaml:1:1: rule: owner is missing",
      "family/rule/rule.yaml:1:1: owner must be a non-empty text",
      "family/rule/rule.yaml:10:7: mode must be one of enforce, shadow, off",
    ]);
  });

  it("a typo in a fact, pointing into the expression", () => {
    expect(refusals(ruleFile({ when: "useCase.stat == 'idea'" }))).toEqual([
      "family/rule/rule.yaml:7:15: when: No such key: stat",
    ]);
  });

  it("points into a block expression", () => {
    expect(refusals(ruleFile({ when: ">\n  useCase.state == 'idea'\n  && request.labls == []" }))).toEqual([
      "family/rule/rule.yaml:9:14: when: No such key: labls",
    ]);
  });

  it.each([
    ["text that is not CEL", "useCase.state =="],
    ["an expression that is not a boolean", "useCase.state"],
    ["a comparison of different types", "useCase.state == 3"],
    ["a pattern", 'useCase.slug.matches("a+")'],
    ["arithmetic", "request.maxOutputTokens + 1.0 > 3.0"],
    ["a conversion", 'string(request.maxOutputTokens) == "3"'],
    ["the time", 'timestamp("2026-01-01T00:00:00Z") < timestamp("2027-01-01T00:00:00Z")'],
    ["a variable that is no fact", "secret == 'x'"],
    ["a part of the facts as a whole", "useCase == useCase"],
    ["a field of no fact", "[pool][0].slug == 'x'"],
  ])("%s", (_, when) => {
    const errors = refusals(ruleFile({ when: JSON.stringify(when) }));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^family\/rule\/rule\.yaml:7:\d+: when: /);
  });

  it("a rule whose own test does not hold, naming the test's line", () => {
    expect(refusals(ruleFile({ when: "request.stream" }))).toEqual([
      'family/rule/rule.yaml:12:5: test "idea": expected fires, the rule silent',
    ]);
  });

  it("a rule without a test of each outcome", () => {
    const text = ruleFile().text.replace("expected: fires", "expected: silent");
    expect(refusals({ path: "family/rule/rule.yaml", text })[0]).toMatch("tests must hold one that is fires");
  });

  it("facts that do not exist or have the wrong type", () => {
    expect(refusals(ruleFile({ facts: "{ useCase: { stat: idea } }" }))[0]).toMatch('useCase: unknown key "stat"');
    expect(refusals(ruleFile({ facts: "{ request: { stream: yes please } }" }))[0]).toMatch("must be true or false");
  });

  it("an id that is not the folder, a file in the wrong place, a file given twice, nothing", () => {
    expect(refusals({ ...ruleFile(), path: "family/other/rule.yaml" })[0]).toMatch("id must be the rule's folder");
    expect(refusals({ ...ruleFile(), path: "rule.yaml" })[0]).toMatch("<family>/<rule>/rule.yaml");
    expect(refusals(ruleFile(), ruleFile())[0]).toMatch("given twice");
    expect(refusals()).toEqual([".:1:1: there is no rule"]);
  });

  it("a day that is not in the calendar and an end before the beginning", () => {
    expect(refusals(ruleFile({ from: "2026-02-30" }))[0]).toMatch("from must be a day");
    expect(refusals(ruleFile({ from: "2026-03-02", to: "2026-03-01" }))[0]).toMatch("to must not be before from");
  });

  it("the whole bundle for one faulty rule", () => {
    expect(compileBundle([...loadPolicyFiles(POLICIES), ruleFile({ when: "nonsense" })]).ok).toBe(false);
  });
});

describe("the digest", () => {
  const digest = (file: PolicyFile): string => {
    const result = compileBundle([file]);
    return result.ok ? result.bundle.digest : "refused";
  };

  it("ignores comments and layout, and follows every meaning", () => {
    const base = digest(ruleFile());
    expect(digest({ ...ruleFile(), text: `# comment\n${ruleFile().text}` })).toBe(base);
    expect(digest(ruleFile({ mode: "shadow" }))).not.toBe(base);
    expect(digest(ruleFile({ fr: "Autre" }))).not.toBe(base);
  });
});
