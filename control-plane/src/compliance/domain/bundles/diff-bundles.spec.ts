import { describe, expect, it } from "vitest";
import { ruleFile } from "../../../../../test/builders/rule-file.builder.js";
import { bundleNotices } from "./bundle-notices.js";
import { diffRules } from "./diff-bundles.js";
import { loadBundle } from "./loaded-bundle.js";

const rules = (...overrides: Parameters<typeof ruleFile>[0][]) => {
  const result = loadBundle(overrides.map((each) => ruleFile(each)));
  if (!result.ok) throw new Error("refused");
  return result.value.bundle.rules;
};

describe("two bundles", () => {
  it("differ by rules added, removed and changed, with the fields that changed", () => {
    const before = rules({ id: "a/same" }, { id: "a/gone" }, { id: "a/moved" });
    const after = rules({ id: "a/same" }, { id: "a/new" }, { id: "a/moved", from: "2027-01-01", mode: "shadow" });
    expect(diffRules(before, after)).toMatchObject([
      { id: "a/gone", kind: "removed", after: null, fields: [] },
      { id: "a/moved", kind: "changed", fields: ["effective", "mode"] },
      { id: "a/new", kind: "added", before: null, fields: [] },
    ]);
    expect(diffRules(before, before)).toEqual([]);
  });
});

describe("notices of a bundle", () => {
  it("tell of rules that no longer or not yet apply", () => {
    const found = bundleNotices(
      rules({ id: "a/old", to: "2026-08-31" }, { id: "a/young", from: "2026-09-02" }),
      [],
      "2026-09-01",
    );
    expect(found.map(({ code, rule }) => [code, rule])).toEqual([
      ["rule.expired", "a/old"],
      ["rule.later", "a/young"],
    ]);
    expect(bundleNotices(rules({ from: "2026-09-01", to: "2026-09-01" }), [], "2026-09-01")).toEqual([]);
  });

  it("tell of a meaning that changed under one version, and not of words", () => {
    const base = rules({});
    expect(bundleNotices(rules({ effect: "warn" }), base, "2026-09-01")).toMatchObject([
      { code: "rule.version_not_raised", rule: "family/rule" },
    ]);
    expect(bundleNotices(rules({ fr: "Autrement" }), base, "2026-09-01")).toEqual([]);
  });
});
