import { Environment } from "@marcbachmann/cel-js";
import type { ParseError, TypeError } from "@marcbachmann/cel-js";
import { readSubset } from "./cel-subset.js";
import type { CompiledExpression, ExpressionFault, ExpressionLanguage } from "./expression.js";
import { FACT_SCHEMA } from "./facts.js";
import type { Facts } from "./facts.js";

const LIMITS = { maxAstNodes: 400, maxDepth: 24, maxListElements: 64, maxMapEntries: 0, maxCallArguments: 2 };

/**
 * CEL by cel-js. An expression is checked in an environment that knows every fact's type, and evaluated in one where
 * facts are dynamic: plain objects are then read in place, where typed variables would be converted at each call.
 */
export class CelLanguage implements ExpressionLanguage {
  private readonly typed = typedEnvironment();
  private readonly dynamic = new Environment({ unlistedVariablesAreDyn: true, limits: LIMITS });

  compile(text: string): CompiledExpression {
    const checked = this.typed.check(text);
    if (!checked.valid) return refused(faultOf(checked.error));
    const parsed = this.dynamic.parse(text);
    const { fault, variables } = readSubset(parsed.ast);
    if (fault !== null) return refused(fault);
    if (checked.type !== "bool") return refused({ offset: 0, message: `must be true or false, not ${checked.type}` });
    const evaluate = (facts: Facts): boolean => parsed(facts) === true;
    return { ok: true, expression: { scope: variables.has("pool") ? "pool" : "request", evaluate } };
  }
}

function typedEnvironment(): Environment {
  const environment = new Environment({ limits: LIMITS });
  for (const [name, schema] of Object.entries(FACT_SCHEMA)) environment.registerVariable({ name, schema });
  return environment;
}

const refused = (fault: ExpressionFault): CompiledExpression => ({ ok: false, fault });

const faultOf = (error: ParseError | TypeError | undefined): ExpressionFault => ({
  offset: error?.range?.start ?? 0,
  message: error?.summary ?? "cannot be read",
});
