import type { ForSecondPerson } from "../../kernel/second-person.js";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { AiUseCase } from "./ai-use-case.js";
import type { TransitionAction } from "./life-cycle.js";
import { staleOf, type FieldChange } from "./material.js";
import type { OfUseCase } from "./stored.js";

/** What one person would have a use case say that rules or guards read; another decides. */
export interface UseCaseChange extends OfUseCase, ForSecondPerson {
  readonly changes: readonly FieldChange[];
  /** The right that deciding asks for: the ministry's, or the AI cell's for the pieces that it provides. */
  readonly right: TransitionAction;
}

/** Refuses a change whose fields no longer say what its author saw. */
export function current(change: UseCaseChange, useCase: AiUseCase): Result<UseCaseChange> {
  const stale = staleOf(useCase, change.changes);
  if (stale.length === 0) return ok(change);
  return refuse(conflict("change.stale", `${stale.join(", ")}: changed meanwhile; propose it again.`));
}
