import type { Context } from "../../../kernel/use-case.js";
import type { RuleTerms } from "../../domain/desk/derogations/rule-terms.js";

/** The rules in force, as far as people ask the desk about them. */
export interface RuleBook {
  find(ctx: Context, id: string): Promise<RuleTerms | null>;
  /** By id. */
  all(ctx: Context): Promise<readonly RuleTerms[]>;
}
