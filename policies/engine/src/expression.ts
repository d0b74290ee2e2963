import type { Facts } from "./facts.js";
import type { Scope } from "./rule.js";

/** A compiled expression. Throws when a fact it reads is absent, which typed facts exclude. */
export interface Expression {
  readonly scope: Scope;
  /** Facts it looks at, as `part.field`, in order. */
  readonly reads: readonly string[];
  readonly evaluate: (facts: Facts) => boolean;
}

/** Where in the expression's text, from 0. */
export interface ExpressionFault {
  readonly offset: number;
  readonly message: string;
}

export type CompiledExpression =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly fault: ExpressionFault };

/** The expression language as the engine sees it, so that its implementation can be replaced. */
export interface ExpressionLanguage {
  /** Parses, keeps to the restricted subset, type-checks against `FACT_SCHEMA` and demands a boolean. */
  compile(text: string): CompiledExpression;
}
