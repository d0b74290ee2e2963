import { conflict } from "./refusal.js";
import { ok, refuse, type Result } from "./result.js";

export const CHANGE_STATES = ["proposed", "confirmed", "refused", "withdrawn"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What one person proposes and another answers; it holds from the answer on. */
export interface ForSecondPerson {
  readonly version: number;
  readonly reason: string;
  readonly state: ChangeState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

export interface Decision {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** What a change is when it is proposed. */
export const proposed = (by: string, at: Date, reason: string): ForSecondPerson => ({
  ...{ version: 1, reason, state: "proposed", proposedBy: by, proposedAt: at },
  ...{ decidedBy: null, decidedAt: null, decisionReason: null },
});

/** The answer of a second person; the proposer's own is to take it back. */
export function decided<Change extends ForSecondPerson>(
  change: Change,
  state: Exclude<ChangeState, "proposed">,
  { by, at, reason }: Decision,
): Result<Change> {
  if (change.state !== "proposed") return refuse(conflict("change.decided", `The change is ${change.state} already.`));
  if ((state === "withdrawn") !== (by === change.proposedBy))
    return refuse(conflict("change.own", "Somebody other than its author decides; its author alone takes it back."));
  const decision = { decidedBy: by, decidedAt: at, decisionReason: reason };
  return ok({ ...change, ...decision, state, version: change.version + 1 });
}
