import type { Context } from "../../../kernel/use-case.js";
import type { RuleBook } from "../../ports/desk/rule-book.port.js";

/** The first of these names that no rule in force has; `undefined` when all are known. */
export async function unknownRule(book: RuleBook, ctx: Context, rules: readonly string[]): Promise<string | undefined> {
  if (rules.length === 0) return undefined;
  const known = new Set((await book.all(ctx)).map(({ id }) => id));
  return rules.find((rule) => !known.has(rule));
}
