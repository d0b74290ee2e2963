import type { Rule } from "@socle/policies";
import type { RuleGround } from "../../../kernel/refusal.js";

/** A rule as people are told of it. */
export const groundOf = (rule: Rule): RuleGround => ({
  ...{ id: rule.id, version: rule.version, fr: rule.reason.fr, en: rule.reason.en, legal: rule.legal },
  ...{ from: rule.effective.from, to: rule.effective.to, remedy: rule.remedy },
  derogableBy: rule.derogable?.by ?? [],
});
