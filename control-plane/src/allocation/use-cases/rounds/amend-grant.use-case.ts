import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, guardRefusal, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { unmetConditions } from "../../domain/round-program/conditions.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import type { Round } from "../../domain/rounds/round.js";
import { outcomeOf, type RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { CHANGED, nextVersion, notOwn, roundEvent, saved, subjectOf } from "./round-access.js";
import { readInstance } from "./round-instance.js";
import { expectedVersion, placement, reason } from "./round-input.js";

const input = z.object({
  lineId: z.uuid(),
  expectedVersion,
  quarter: z.string(),
  /** All of the quarter; nothing for none. */
  placements: z.array(placement).max(50),
  reason,
});
export type AmendGrantInput = z.output<typeof input>;

export interface Loaded {
  readonly round: Round;
  readonly line: RoundLine;
}

/** Changes what a line is granted in a quarter, with a reason, within every constraint of the round; ends a vote under way. */
export const amendGrant = (ports: RoundPorts): UseCase<AmendGrantInput, Loaded, RoundLine> => ({
  name: "allocation.amend-grant",
  action: "update",
  input: zodSchema(input),

  async load(ctx, { lineId }) {
    const line = await ports.rounds.findLine(ctx, lineId);
    const round = line === null ? null : await ports.rounds.find(ctx, line.roundId);
    if (line === null || round === null) return refuse(notFound("round_line", lineId));
    return ok({ subject: subjectOf(round), loaded: { round, line } });
  },

  async handle(ctx, { expectedVersion: seen, quarter, placements, reason: why }, { round, line }) {
    const allowed = mayAct("amend", round);
    if (!allowed.ok) return allowed;
    if (line.version !== seen) return refuse(CHANGED);
    const at = round.quarters.indexOf(quarter);
    if (line.placements === null || at < 0) return refuse(NOT_SOLVED);
    const lines = await ports.rounds.lines(ctx, round.id);
    const foreign = await notOwn(ctx, ports, [line]);
    if (!foreign.ok) return foreign;
    const changed = line.placements.map((present, index) => (index === at ? placements : present));
    const after: RoundLine = {
      ...line,
      ...{ placements: changed, outcome: outcomeOf(line.asks, changed), version: line.version + 1 },
      amended: { by: actorRef(ctx.actor), reason: why },
    };
    const instance = await readInstance(ctx, ports, round, lines);
    const grants = new Map(
      [...lines.filter(({ id }) => id !== line.id), after].map((each) => [each.id, each.placements ?? []]),
    );
    const unmet = unmetConditions(instance, grants);
    if (unmet.length > 0) {
      const told = unmet.map(({ message }) => message).join("; ");
      return refuse(guardRefusal("round.constraint_unmet", `This amendment does not hold: ${told}.`, unmet));
    }
    const next = nextVersion(round, { proposal: null });
    const stored = await saved(ctx, ports, next);
    if (!stored.ok) return stored;
    if (!(await ports.rounds.updateLine(ctx, after))) return refuse(CHANGED);
    const data = { lineId: line.id, quarter, from: line.placements[at], to: placements, reason: why };
    return ok({ value: after, event: roundEvent(round, next, data) });
  },
});

const NOT_SOLVED = conflict("round.not_solved", "There is no grant of that quarter to amend yet.");
