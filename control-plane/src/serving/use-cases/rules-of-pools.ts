import { guardRefusal } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { judgeOne, type GuardQuestion } from "../../kernel/rule-guard.js";
import type { Context } from "../../kernel/use-case.js";
import { poolForRules } from "../domain/pool-for-rules.js";
import type { Pool } from "../domain/pool.js";
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

/** Goes on when neither the compliance cell nor a rule keeps this pool from opening to requests. */
export async function mayOpen(ports: Pick<ServingPorts, "rules">, ctx: Context, pool: Pool): Promise<Result<true>> {
  if (pool.veto !== null) return refuse(vetoed(pool.veto.reason));
  return allowedByRules(ports, ctx, "pool.rule_refused", { subject: "pool", pool: poolForRules(pool) });
}

const vetoed = (reason: string) =>
  guardRefusal("pool.vetoed", `The compliance cell keeps this pool closed: ${reason}`, [
    { code: "pool.not_vetoed", met: false, message: "The compliance cell has lifted its veto." },
  ]);
