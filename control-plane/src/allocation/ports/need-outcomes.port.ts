import type { Result } from "../../kernel/result.js";
import type { CausedEvent, Context } from "../../kernel/use-case.js";
import type { LineOutcome } from "../domain/rounds/round-line.js";

/** What a decision on a round's line means for the campaign's need that it came from. */
export interface NeedOutcome {
  readonly needId: string;
  readonly outcome: LineOutcome;
  /** True: the line adds to what the need has, so that it can only be told of more. */
  readonly onlyRaises: boolean;
}

/** Where a campaign's needs learn what they got. */
export interface NeedOutcomes {
  /**
   * Marks them in the context's transaction: all, or none and why.
   * @param reason the decision's
   * @returns one journal entry for each need that was told
   */
  tell(
    ctx: Context,
    outcomes: readonly NeedOutcome[],
    reason: string,
    details: { readonly roundId: string },
  ): Promise<Result<readonly CausedEvent[]>>;
}
