import type { Result } from "../../../kernel/result.js";
import type { CausedEvent, Context } from "../../../kernel/use-case.js";
import { replacesRights, type Round } from "../../domain/rounds/round.js";
import type { RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";

/**
 * Tells the campaign's needs what a decision gives them, in its transaction. A call decides anew, and what is taken back
 * lowers; other rounds add, and say nothing to a need that they refuse.
 */
export const toldNeeds = (
  ctx: Context,
  ports: Pick<RoundPorts, "needOutcomes">,
  round: Round,
  lines: readonly RoundLine[],
  reason: string,
  takesBack = false,
): Promise<Result<readonly CausedEvent[]>> => {
  const onlyRaises = !takesBack && !replacesRights(round);
  const outcomes = lines.flatMap(({ needId, outcome }) =>
    needId === null || outcome === null ? [] : [{ needId, outcome, onlyRaises }],
  );
  return ports.needOutcomes.tell(ctx, outcomes, reason, { roundId: round.id });
};
