import { actorRef } from "../../../kernel/actor.js";
import { conflict, type Forbidden } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { onRound, type OnRound } from "./round-input.js";

/** Ends the time for requests. */
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
    const stored = await saved(ctx, ports, nextVersion(round, { state: "submitted" }));
    if (!stored.ok) return stored;
    return ok({ value: stored.value, event: roundEvent(round, stored.value, { lines: lines.length, reason }) });
  },
});

const EMPTY = conflict("round.empty", "Nobody asks for anything in this round.");
const OWN: Forbidden = {
  kind: "Forbidden",
  code: "declaration.own",
  message: "Somebody other than whoever asked submits the request.",
  action: "validate",
  subject: "Round",
};
