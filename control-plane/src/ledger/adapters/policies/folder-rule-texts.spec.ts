import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FixedClock } from "../../../../../test/fakes/use-case-runner.js";
import { FolderRuleTexts } from "./folder-rule-texts.js";

const folder = fileURLToPath(new URL("../../../../../policies", import.meta.url));

describe("FolderRuleTexts", () => {
  const texts = new FolderRuleTexts(folder, new FixedClock());

  it("finds a rule's words in both languages with its legal ground", () => {
    const text = texts.find("data-protection/label-accepted-by-pool", 1);
    expect(text?.fr.length).toBeGreaterThan(10);
    expect(text?.en.length).toBeGreaterThan(10);
    expect(text?.legal.length).toBeGreaterThan(0);
  });

  it("finds nothing of a version it does not hold", () => {
    expect(texts.find("data-protection/label-accepted-by-pool", 999)).toBeUndefined();
    expect(texts.find("no/rule", 1)).toBeUndefined();
  });
});
