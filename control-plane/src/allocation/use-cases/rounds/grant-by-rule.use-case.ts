import { z } from "zod";
import { conflict } from "../../../kernel/refusal.js";
import { digestOf } from "../../../kernel/canonical-json.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import { ROUND_RULES, type Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { allFits, decidedLines, fullestQuarter } from "./decided-lines.js";
import { CHANGED, loadRound, nextVersion, roundEvent, saved } from "./round-access.js";
import { readInstance } from "./round-instance.js";
import { toldNeeds } from "./told-needs.js";

const input = z.object({ roundId: z.uuid() });

/**
 * Grants a submitted round of *continu* that is small and fits whole. The platform itself runs it: whoever submits sees
 * only the rights of their own organisation, and what is free takes all of them.
 */
export const grantByRule = (ports: RoundPorts): UseCase<z.output<typeof input>, Round, Round> => ({
  name: "allocation.grant-by-rule",
  action: "grant",
  input: zodSchema(input),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, _, round) {
    const allowed = mayAct("grant_by_rule", round);
    if (!allowed.ok) return allowed;
    const lines = await ports.rounds.lines(ctx, round.id);
    const instance = await readInstance(ctx, ports, round, lines);
    const asked = fullestQuarter(instance);
    const grants = asked <= ROUND_RULES.continuThreshold ? allFits(instance) : null;
    if (grants === null) return refuse(TWO_PERSONS);
    const decided = decidedLines(instance, grants, lines);
    if (!(await ports.rounds.updateLines(ctx, decided))) return refuse(CHANGED);
    const reason = `${String(asked)} GPU of ${String(ROUND_RULES.continuThreshold)} at most, and all of it fits`;
    const told = await toldNeeds(ctx, ports, round, decided, reason);
    if (!told.ok) return told;
    const decision = { by: `rule:${round.rulesVersion}`, at: ctx.clock.now(), reason };
    const stored = await saved(ctx, ports, nextVersion(round, { state: "granted", decision }));
    if (!stored.ok) return stored;
    const data = { inputsDigest: digestOf(instance), reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data), caused: told.value });
  },
});

const TWO_PERSONS = conflict(
  "round.two_persons",
  "This request is too large for the rule, or does not fit: people decide.",
);
