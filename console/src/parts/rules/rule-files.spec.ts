import { describe, expect, it } from "vitest";
import { pathOf, readRuleFiles } from "./rule-files";

const file = (name: string, text: string): File => new File([text], name);

describe("rule files", () => {
  it("go by the id they name", () => {
    expect(pathOf("rule.yaml", "# D1\nid: security/dr\nversion: 2")).toBe("security/dr/rule.yaml");
    expect(pathOf("rule.yaml", 'id: "security/dr" # why')).toBe("security/dr/rule.yaml");
    expect(pathOf("notes.txt", "no id here")).toBe("notes.txt");
  });
  it("replace the same rule chosen before", async () => {
    const held = await readRuleFiles([], [file("rule.yaml", "id: a/b\n1"), file("rule.yaml", "id: c/d")]);
    const again = await readRuleFiles(held, [file("other.yaml", "id: a/b\n2")]);
    expect(again.map(({ path }) => path)).toEqual(["c/d/rule.yaml", "a/b/rule.yaml"]);
    expect(again[1]?.text).toContain("2");
  });
});
