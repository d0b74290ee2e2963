import type { ModelV1, PoolV1, UseCaseV1 } from "@socle/contracts";
import type { Condition } from "./refusal.js";
import type { Context } from "./use-case.js";

/** What a room is about to do, as the rules see it: the shapes are those that schedulers judge requests by. */
export type GuardQuestion =
  | {
      readonly subject: "use_case";
      /** With the state that it would enter. */
      readonly useCase: UseCaseV1;
    }
  | { readonly subject: "model"; readonly model: ModelV1 }
  | { readonly subject: "deployment"; readonly model: ModelV1; readonly pool: PoolV1 }
  | { readonly subject: "pool"; readonly pool: PoolV1 };

/** Port of the rooms whose records rules guard, provided by `compliance`. */
export interface RuleGuard {
  /**
   * For each question the rules that say no, as unmet conditions with their texts, dates and remedies; none when it may
   * go on. Rules that cannot be read say no.
   */
  judge(ctx: Context, questions: readonly GuardQuestion[]): Promise<readonly (readonly Condition[])[]>;
}

/** For what is brought in as it already stands, such as a seed: its requests are judged, its records are not. */
export const NO_RULES: RuleGuard = { judge: (_ctx, questions) => Promise.resolve(questions.map(() => [])) };

/** The answer to one question. */
export const judgeOne = async (
  guard: RuleGuard,
  ctx: Context,
  question: GuardQuestion,
): Promise<readonly Condition[]> => (await guard.judge(ctx, [question]))[0] ?? [];
