import type { RuleWords } from "../../../kernel/rule-words.js";
import type { RuleTexts } from "../../ports/rule-texts.port.js";

/** Texts of the rules that are or lately were in force. */
export const bundleRuleTexts = (words: RuleWords): RuleTexts => ({
  find(rule, version) {
    const found = words.find(rule, version);
    if (found === undefined) return undefined;
    const { fr, en, legal, derogableBy } = found;
    return { fr, en, legal, derogable: derogableBy.length > 0 };
  },
});
