import type { RuleWords as WordsOfRules } from "../../kernel/rule-words.js";
import type { RuleWording, RuleWords } from "../ports/rule-words.port.js";

/** The texts by which decisions are explained, of the bundles that are or lately were in force. */
export class BundleRuleWords implements RuleWords {
  constructor(private readonly words: WordsOfRules) {}

  find(rule: string, version: number): RuleWording | null {
    const found = this.words.find(rule, version);
    return found === undefined ? null : { fr: found.fr, en: found.en, legal: found.legal.map(({ text }) => text) };
  }
}
