import type { NeedTeller } from "../../../capacity/index.js";
import type { Result } from "../../../kernel/result.js";
import type { CausedEvent, Context } from "../../../kernel/use-case.js";
import type { LineOutcome } from "../../domain/rounds/round-line.js";
import type { NeedOutcome, NeedOutcomes } from "../../ports/need-outcomes.port.js";

const STEPS = { granted: "match", partial: "match_partially", refused: "leave_unmet" } as const satisfies Record<
  LineOutcome,
  string
>;

/** Needs as the capacity room keeps them; it decides which may be told, and by which step of their life. */
export class CapacityNeedOutcomes implements NeedOutcomes {
  constructor(private readonly tellNeeds: NeedTeller) {}

  tell(
    ctx: Context,
    outcomes: readonly NeedOutcome[],
    reason: string,
    details: { readonly roundId: string },
  ): Promise<Result<readonly CausedEvent[]>> {
    const told = outcomes.map(({ outcome, ...need }) => ({ ...need, step: STEPS[outcome] }));
    return this.tellNeeds(ctx, told, reason, details);
  }
}
