import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, type Forbidden } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Round } from "../../domain/rounds/round.js";
import { roundOutcome } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, notOwn, ready, roundEvent, saved } from "./round-access.js";
import { grantsDigest } from "./round-instance.js";
import { onRound, type OnRound } from "./round-input.js";
import { toldNeeds } from "./told-needs.js";

/** Puts the grants as they stand to the vote of another person. */
export const proposeRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.propose-round",
  action: "grant",
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("propose", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const lines = await ports.rounds.lines(ctx, round.id);
    const foreign = await notOwn(ctx, ports, lines);
    if (!foreign.ok) return foreign;
    if (lines.some(({ outcome }) => outcome === null)) return refuse(UNDECIDED);
    const proposal = { by: actorRef(ctx.actor), at: ctx.clock.now(), grantsDigest: grantsDigest(lines) };
    const stored = await saved(ctx, ports, nextVersion(round, { proposal }));
    if (!stored.ok) return stored;
    const data = { grantsDigest: proposal.grantsDigest, solution: round.solution, reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data) });
  },
});

const ballot = onRound.extend({ approve: z.boolean() });
export type VoteInput = z.output<typeof ballot>;

/**
 * Approves or rejects what somebody else put to the vote; a rejected round can be amended, solved and proposed again. The
 * approval tells the campaign's needs what they got, in the same transaction.
 */
export const decideRound = (ports: RoundPorts): UseCase<VoteInput, Round, Round> => ({
  name: "allocation.decide-round",
  action: "grant",
  input: zodSchema(ballot),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, approve, reason }, round) {
    const allowed = ready("decide", round, expectedVersion);
    if (!allowed.ok) return allowed;
    if (round.proposal === null) return refuse(NOT_PROPOSED);
    if (round.proposal.by === actorRef(ctx.actor)) return refuse(SAME_PERSON);
    const lines = await ports.rounds.lines(ctx, round.id);
    const foreign = await notOwn(ctx, ports, lines);
    if (!foreign.ok) return foreign;
    if (grantsDigest(lines) !== round.proposal.grantsDigest) return refuse(OTHER_GRANTS);
    const decision = { by: actorRef(ctx.actor), at: ctx.clock.now(), reason };
    const fields = approve ? { state: roundOutcome(lines), decision } : { proposal: null };
    const told = await toldNeeds(ctx, ports, round, approve ? lines : [], reason);
    if (!told.ok) return told;
    const stored = await saved(ctx, ports, nextVersion(round, fields));
    if (!stored.ok) return stored;
    const { by: proposedBy, grantsDigest: voted } = round.proposal;
    const data = { approve, proposedBy, grantsDigest: voted, solution: round.solution, reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data), caused: told.value });
  },
});

const UNDECIDED = conflict("round.not_solved", "Solve the round before it is put to the vote.");
const NOT_PROPOSED = conflict("round.not_proposed", "Nobody put this round to the vote.");
const OTHER_GRANTS = conflict("round.changed", "The grants are no longer those that were put to the vote.");
const SAME_PERSON: Forbidden = {
  kind: "Forbidden",
  code: "round.same_person",
  message: "Whoever put the round to the vote does not decide on it.",
  action: "grant",
  subject: "Round",
};
