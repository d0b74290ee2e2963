import type { UseCaseState } from "@socle/contracts";
import { actorRef } from "../../../kernel/actor.js";
import type { Condition } from "../../../kernel/refusal.js";
import type { RuleGuard } from "../../../kernel/rule-guard.js";
import type { Action, Authoriser, Context } from "../../../kernel/use-case.js";
import type { AiUseCase, UseCaseEvent } from "../../domain/ai-use-case.js";
import { useCaseQuestion } from "../../domain/rule-question.js";
import { GUARD_UNMET, statesAhead, transitionOptions, type TransitionOption } from "../../domain/transitions.js";
import { authorsOf } from "../../use-cases/life-cycle/asker-of.js";
import { useCaseSubject } from "../../use-cases/use-case.subject.js";

export interface SeenTransition {
  readonly to: UseCaseState;
  readonly allowed: boolean;
  readonly reason: string | null;
  /** Code of `reason`: the missing right comes before the missing conditions. */
  readonly reasonCode: string | null;
  readonly conditions: readonly Condition[];
}

/** Null where the actor has the right. */
type Denial = { readonly code: string; readonly message: string } | null;

/** The ways out of each use case's state as the context's actor finds them: by role, then by guards. */
export async function transitionsSeenBy(
  ctx: Context,
  authoriser: Authoriser,
  guard: RuleGuard,
  useCases: readonly AiUseCase[],
  history: readonly UseCaseEvent[],
): Promise<ReadonlyMap<string, readonly SeenTransition[]>> {
  const rulesOf = await rulesAhead(ctx, guard, useCases);
  const seen = new Map<string, readonly SeenTransition[]>();
  await authoriser.foresee?.(
    ctx,
    useCases.map(({ organisationId }) => organisationId),
  );
  for (const useCase of useCases) {
    const authors = authorsOf(history.filter(({ useCaseId }) => useCaseId === useCase.id));
    const options = transitionOptions(useCase, { by: actorRef(ctx.actor), authors }, (to) => rulesOf(useCase.id, to));
    const denials = await denialsOf(ctx, authoriser, useCase, new Set(options.map(({ action }) => action)));
    seen.set(
      useCase.id,
      options.map((option) => seenAs(option, denials.get(option.action) ?? null)),
    );
  }
  return seen;
}

/** What rules say of each state ahead of each use case, all asked at once. */
async function rulesAhead(ctx: Context, guard: RuleGuard, useCases: readonly AiUseCase[]) {
  const asked = useCases.flatMap((useCase) =>
    statesAhead(useCase).flatMap((to) => {
      const question = useCaseQuestion(useCase, to);
      return question === null ? [] : [{ key: `${useCase.id}/${to}`, question }];
    }),
  );
  const judged = await guard.judge(
    ctx,
    asked.map(({ question }) => question),
  );
  const answers = new Map(asked.map(({ key }, index) => [key, judged[index] ?? []]));
  return (id: string, to: UseCaseState): readonly Condition[] => answers.get(`${id}/${to}`) ?? [];
}

async function denialsOf(
  ctx: Context,
  authoriser: Authoriser,
  useCase: AiUseCase,
  actions: ReadonlySet<Action>,
): Promise<ReadonlyMap<Action, Denial>> {
  const denials = new Map<Action, Denial>();
  for (const action of actions) {
    const allowed = await authoriser.authorise(ctx, action, useCaseSubject(useCase));
    denials.set(action, allowed.ok ? null : allowed.refusal);
  }
  return denials;
}

function seenAs({ to, conditions }: TransitionOption, denial: Denial): SeenTransition {
  const unmet = conditions.filter((condition) => !condition.met).map((condition) => condition.message);
  const why = denial ?? (unmet.length > 0 ? { code: GUARD_UNMET, message: unmet.join(" ") } : null);
  return { to, allowed: why === null, reason: why?.message ?? null, reasonCode: why?.code ?? null, conditions };
}
