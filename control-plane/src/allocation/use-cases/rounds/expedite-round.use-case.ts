import { actorRef } from "../../../kernel/actor.js";
import { conflict, type Forbidden } from "../../../kernel/refusal.js";
import { digestOf } from "../../../kernel/canonical-json.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { greedyGrants } from "../../domain/round-program/greedy.js";
import type { Round } from "../../domain/rounds/round.js";
import { roundOutcome } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { allFits, decidedLines } from "./decided-lines.js";
import { CHANGED, loadRound, nextVersion, notOwn, ready, roundEvent, saved } from "./round-access.js";
import { readInstance } from "./round-instance.js";
import { onRound, type OnRound } from "./round-input.js";
import { toldNeeds } from "./told-needs.js";

/** Grants an emergency on one person's word, from what is free; another person looks back at it. */
export const expediteRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.expedite-round",
  action: "grant",
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("expedite", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const lines = await ports.rounds.lines(ctx, round.id);
    const foreign = await notOwn(ctx, ports, lines);
    if (!foreign.ok) return foreign;
    const instance = await readInstance(ctx, ports, round, lines);
    const decided = decidedLines(instance, allFits(instance) ?? greedyGrants(instance), lines);
    const outcome = roundOutcome(decided);
    if (!(await ports.rounds.updateLines(ctx, decided))) return refuse(CHANGED);
    const told = await toldNeeds(ctx, ports, round, decided, reason);
    if (!told.ok) return told;
    const decision = { by: actorRef(ctx.actor), at: ctx.clock.now(), reason };
    const stored = await saved(ctx, ports, nextVersion(round, { state: outcome, decision }));
    if (!stored.ok) return stored;
    const data = { inputsDigest: digestOf(instance), expiresAt: round.expiresAt?.toISOString() ?? null, reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data), caused: told.value });
  },
});

/** Says afterwards whether an emergency was one; by somebody who did not grant it. */
export const lookBackAtRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.look-back-at-round",
  action: "grant",
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("look_back", round, expectedVersion);
    if (!allowed.ok) return allowed;
    if (round.decision === null || round.review !== null) return refuse(REVIEWED);
    if (round.decision.by === actorRef(ctx.actor)) return refuse(SAME_PERSON);
    const foreign = await notOwn(ctx, ports, await ports.rounds.lines(ctx, round.id));
    if (!foreign.ok) return foreign;
    const review = { by: actorRef(ctx.actor), at: ctx.clock.now(), text: reason };
    const stored = await saved(ctx, ports, nextVersion(round, { review }));
    if (!stored.ok) return stored;
    return ok({ value: stored.value, event: roundEvent(round, stored.value, { reviewed: true, reason }) });
  },
});

const REVIEWED = conflict("round.reviewed", "There is nothing to look back at, or somebody did already.");
const SAME_PERSON: Forbidden = {
  kind: "Forbidden",
  code: "round.same_person",
  message: "Whoever granted the emergency does not look back at it.",
  action: "grant",
  subject: "Round",
};
