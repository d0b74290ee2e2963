import type { FolderRuleTexts } from "../../ledger/index.js";
import type { RuleWording, RuleWords } from "../ports/rule-words.port.js";

/** The texts by which the ledger explains a decision. */
export class LedgerRuleWords implements RuleWords {
  constructor(private readonly texts: FolderRuleTexts) {}

  find(rule: string, version: number): RuleWording | null {
    const found = this.texts.find(rule, version);
    if (found === undefined) return null;
    return { fr: found.fr, en: found.en, legal: found.legal.map(({ text }) => text) };
  }
}
