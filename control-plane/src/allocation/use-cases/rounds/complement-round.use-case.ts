import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { quarterAfter, quarterStart } from "../../domain/rounds/quarter-span.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { onRound, type OnRound } from "./round-input.js";

/** Opens the mid-term complement of a call: a draft on its remaining quarters, which adds to what was granted. */
export const complementRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.complement-round",
  action: "manage",
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("complement", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const now = ctx.clock.now();
    const quarters = round.quarters.filter((quarter) => quarterStart(quarterAfter(quarter)) > now);
    const first = quarters[0];
    if (first === undefined) return refuse(OVER);
    const complement: Round = {
      ...round,
      ...{ id: ctx.ids.next(), state: "draft", quarters, parentId: round.id, version: 1 },
      ...{ effectFrom: new Date(Math.max(now.getTime(), quarterStart(first).getTime())), closesAt: null },
      // What a complement adds ends with the call's own quarters.
      expiresAt: quarterStart(quarterAfter(quarters.at(-1) ?? first)),
      ...{ openedBy: actorRef(ctx.actor), openedAt: now, solution: null, proposal: null, decision: null, review: null },
    };
    await ports.rounds.insert(ctx, complement);
    const stored = await saved(ctx, ports, nextVersion(round, { state: "complement" }));
    if (!stored.ok) return stored;
    const data = { complementId: complement.id, reason };
    return ok({ value: complement, event: roundEvent(round, stored.value, data) });
  },
});

const OVER = conflict("round.over", "All quarters of this call are over.");
