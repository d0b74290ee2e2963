import { Environment } from "@marcbachmann/cel-js";
import type { ParseError, TypeError } from "@marcbachmann/cel-js";
import { compileClosure } from "./cel-closures.js";
import { readSubset } from "./cel-subset.js";
import type { CompiledExpression, ExpressionFault, ExpressionLanguage } from "./expression.js";
import { FACT_SCHEMA } from "./facts.js";
import type { Facts } from "./facts.js";

const LIMITS = { maxAstNodes: 400, maxDepth: 24, maxListElements: 64, maxMapEntries: 0, maxCallArguments: 2 };
/** Characters; the longest rule of the State, with its list of countries, has a quarter of that. */
const LONGEST = 2000;
const TOO_LONG = `the expression is longer than ${LONGEST} characters: make it two rules`;

/**
 * CEL: read and type-checked by cel-js in an environment that knows every fact's type, kept to the subset, and compiled
 * to closures. The specs hold the closures against cel-js's own evaluation and against a second implementation.
 */
export class CelLanguage implements ExpressionLanguage {
  private readonly environment = typedEnvironment();

  compile(text: string): CompiledExpression {
    if (text.length > LONGEST) return refused({ offset: LONGEST, message: TOO_LONG });
    const checked = this.environment.check(text);
    if (!checked.valid) return refused(faultOf(checked.error));
    const { ast } = this.environment.parse(text);
    const { fault, variables, reads } = readSubset(ast);
    if (fault !== null) return refused(fault);
    if (checked.type !== "bool") return refused({ offset: 0, message: `must be true or false, not ${checked.type}` });
    try {
      const read = compileClosure(ast);
      const evaluate = (facts: Facts): boolean => read(facts) === true;
      const scope = variables.has("pool") ? "pool" : "request";
      return { ok: true, expression: { scope, reads: [...reads].sort(), evaluate } };
    } catch (error) {
      return refused({ offset: 0, message: error instanceof Error ? error.message : "cannot be compiled" });
    }
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
