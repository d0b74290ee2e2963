import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { ROUND_LIFE } from "../../domain/rounds/round-life.js";
import type { Round, RoundState } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { onRound, type OnRound } from "./round-input.js";

const TARGETS = { review: "technical_review", arbitrate: "arbitration", close: "closed" } as const satisfies Record<
  string,
  RoundState
>;
/** Steps that change nothing but the state. */
export type PlainStep = keyof typeof TARGETS;

/** Begins the technical review, the arbitration (once somebody gave an opinion), or ends a round. */
export const moveRound = (ports: RoundPorts, step: PlainStep): UseCase<OnRound, Round, Round> => ({
  name: `allocation.${step}-round`,
  action: ROUND_LIFE[step].action,
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready(step, round, expectedVersion);
    if (!allowed.ok) return allowed;
    const opinions = await ports.opinions.list(ctx, round.id);
    if (step === "arbitrate" && opinions.length === 0) return refuse(NO_OPINION);
    const stored = await saved(ctx, ports, nextVersion(round, { state: TARGETS[step] }));
    if (!stored.ok) return stored;
    return ok({ value: stored.value, event: roundEvent(round, stored.value, { reason, opinions: opinions.length }) });
  },
});

const NO_OPINION = conflict("round.no_opinion", "Nobody gave a technical opinion yet.");
