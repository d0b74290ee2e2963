import { ok } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { onRound, type OnRound } from "./round-input.js";
import { writeRights } from "./write-rights.js";

/** Makes what was voted the rights of the tree; the next snapshot holds those that begin now, later ones on their day. */
export const activateRound = (ports: RoundPorts): UseCase<OnRound, Round, Round> => ({
  name: "allocation.activate-round",
  action: "manage",
  input: zodSchema(onRound),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { expectedVersion, reason }, round) {
    const allowed = ready("activate", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const lines = await ports.rounds.lines(ctx, round.id);
    const written = await writeRights(ctx, ports, round, lines);
    if (!written.ok) return written;
    const stored = await saved(ctx, ports, nextVersion(round, { state: "active" }));
    if (!stored.ok) return stored;
    const { rights, cuts } = written.value;
    return ok({ value: stored.value, event: roundEvent(round, stored.value, { rights, cuts, reason }) });
  },
});
