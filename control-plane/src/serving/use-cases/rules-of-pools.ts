import { guardRefusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { judgeOne, type GuardQuestion } from "../../kernel/rule-guard.js";
import type { Context } from "../../kernel/use-case.js";
import type { ServingPorts } from "../ports/serving-ports.js";

/** Goes on when no policy rule says no; otherwise every one of them is listed. @param code of the refusal */
export async function allowedByRules(
  { rules }: Pick<ServingPorts, "rules">,
  ctx: Context,
  code: string,
  question: GuardQuestion,
): Promise<Result<true>> {
  const conditions = await judgeOne(rules, ctx, question);
  if (conditions.length === 0) return ok(true);
  return refuse(guardRefusal(code, conditions.map(({ message }) => message).join(" "), conditions));
}
