import type { Rule } from "@socle/policies";
import type { Context } from "../../../kernel/use-case.js";
import type { RuleTerms } from "../../domain/desk/derogations/rule-terms.js";
import type { ActiveRules } from "../../ports/bundles/active-rules.port.js";
import type { RuleBook } from "../../ports/desk/rule-book.port.js";

const termsOf = ({ id, reason: { fr, en }, derogable }: Rule): RuleTerms => ({ id, reason: { fr, en }, derogable });

/** The rules of the bundle in force. Rules that do not load are a fault of the platform, not an answer to a person. */
export class ActiveRuleBook implements RuleBook {
  constructor(private readonly rules: ActiveRules) {}

  async find(ctx: Context, id: string): Promise<RuleTerms | null> {
    return (await this.all(ctx)).find((terms) => terms.id === id) ?? null;
  }

  async all(ctx: Context): Promise<readonly RuleTerms[]> {
    const active = await this.rules.current(ctx);
    if (!active.ok) throw new Error(`The rules in force do not load: ${active.refusal}`);
    return active.value.bundle.rules.map(termsOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}
