import { actorRef } from "../../../kernel/actor.js";
import { conflict, type Forbidden } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { ROUND_RULES, type Round } from "../../domain/rounds/round.js";
import type { RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { allFits, decidedLines, fullestQuarter } from "./decided-lines.js";
import { CHANGED, loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { readInstance } from "./round-instance.js";
import { onRound, type OnRound } from "./round-input.js";

/**
 * Ends the time for requests. A round of *continu* that is small and fits whole is granted at once by rule; any other
 * waits for review.
 */
export const submitRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.submit-round",
  action: "validate",
  input: zodSchema(onRound),
  async load(ctx, { roundId }) {
    const found = await loadRound(ctx, ports, roundId);
    if (!found.ok) return found;
    const { subject, loaded } = found.value;
    return ok({ subject: { ...subject, declaredBy: loaded.openedBy }, loaded });
  },
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("submit", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const lines = await ports.rounds.lines(ctx, round.id);
    if (lines.length === 0) return refuse(EMPTY);
    if (round.track !== "appel" && lines.some(({ declaredBy }) => declaredBy === actorRef(ctx.actor)))
      return refuse(OWN);
    const granted = round.track === "continu" ? await grantedByRule(ctx, ports, round, lines) : null;
    if (granted !== null && !(await ports.rounds.updateLines(ctx, granted))) return refuse(CHANGED);
    const decision = { by: `rule:${round.rulesVersion}`, at: ctx.clock.now(), reason };
    const next = nextVersion(round, granted === null ? { state: "submitted" } : { state: "granted", decision });
    const stored = await saved(ctx, ports, next);
    if (!stored.ok) return stored;
    const data = { lines: lines.length, byRule: granted !== null, reason };
    return ok({ value: stored.value, event: roundEvent(round, next, data) });
  },
});

/** Lines granted whole, when the round is under the threshold and every line finds room; `null` otherwise. */
async function grantedByRule(
  ctx: Context,
  ports: RoundPorts,
  round: Round,
  lines: readonly RoundLine[],
): Promise<readonly RoundLine[] | null> {
  const instance = await readInstance(ctx, ports, round, lines);
  if (fullestQuarter(instance) > ROUND_RULES.continuThreshold) return null;
  const grants = allFits(instance);
  return grants === null ? null : decidedLines(instance, grants, lines);
}

const EMPTY = conflict("round.empty", "Nobody asks for anything in this round.");
const OWN: Forbidden = {
  kind: "Forbidden",
  code: "declaration.own",
  message: "Somebody other than whoever asked submits the request.",
  action: "validate",
  subject: "Round",
};
