import type { UseCaseState } from "@socle/contracts";
import type { Condition } from "../../../kernel/refusal.js";
import { judgeOne } from "../../../kernel/rule-guard.js";
import type { Context } from "../../../kernel/use-case.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { useCaseQuestion } from "../../domain/rule-question.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";

/** The policy rules that keep a use case out of a state. */
export function rulesOfEntering(
  { rules }: Pick<RegistryPorts, "rules">,
  ctx: Context,
  useCase: AiUseCase,
  to: UseCaseState,
): Promise<readonly Condition[]> {
  const question = useCaseQuestion(useCase, to);
  return question === null ? Promise.resolve([]) : judgeOne(rules, ctx, question);
}
