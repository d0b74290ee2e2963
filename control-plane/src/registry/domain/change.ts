import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { AiUseCase } from "./ai-use-case.js";
import type { TransitionAction } from "./life-cycle.js";
import { staleOf, type FieldChange } from "./material.js";
import type { OfUseCase } from "./stored.js";

export const CHANGE_STATES = ["proposed", "confirmed", "refused", "withdrawn"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What one person would have a use case say that rules or guards read; another decides. */
export interface UseCaseChange extends OfUseCase {
  readonly changes: readonly FieldChange[];
  readonly reason: string;
  /** The right that deciding asks for: the ministry's, or the AI cell's for the pieces that it provides. */
  readonly right: TransitionAction;
  readonly state: ChangeState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

interface Decision {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** The answer of a second person; the proposer's own is to take it back. */
export function decided(
  change: UseCaseChange,
  state: Exclude<ChangeState, "proposed">,
  { by, at, reason }: Decision,
): Result<UseCaseChange> {
  if (change.state !== "proposed") return refuse(conflict("change.decided", `The change is ${change.state} already.`));
  if ((state === "withdrawn") !== (by === change.proposedBy))
    return refuse(conflict("change.own", "Somebody other than its author decides; its author alone takes it back."));
  const decision = { decidedBy: by, decidedAt: at, decisionReason: reason };
  return ok({ ...change, ...decision, state, version: change.version + 1 });
}

/** Refuses a change whose fields no longer say what its author saw. */
export function current(change: UseCaseChange, useCase: AiUseCase): Result<UseCaseChange> {
  const stale = staleOf(useCase, change.changes);
  if (stale.length === 0) return ok(change);
  return refuse(conflict("change.stale", `${stale.join(", ")}: changed meanwhile; propose it again.`));
}
