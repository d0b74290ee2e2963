import { z } from "zod";
import { clawback, GPU_UNDER_USE_RULE } from "../../../capacity/index.js";
import { conflict, guardRefusal, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { apportion } from "@socle/contracts";
import { spansOf } from "../../domain/rounds/quarter-span.js";
import type { Round } from "../../domain/rounds/round.js";
import { grantedIn, nodeOf, outcomeOf, type RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { CHANGED, nextVersion, notOwn, ready, roundEvent, saved, subjectOf } from "./round-access.js";
import { onRound } from "./round-input.js";
import { toldNeeds } from "./told-needs.js";
import { writeRights } from "./write-rights.js";

const input = onRound.extend({ lineId: z.uuid() });
export type ClawBackInput = z.output<typeof input>;

export interface Loaded {
  readonly round: Round;
  readonly line: RoundLine;
}

/**
 * Takes back from what is still to come of a grant that is hardly used: (expected − used share) of each quarter, by the
 * rule of `capacity`. A holder that announced when it would use its grant keeps it.
 */
export const clawBack = (ports: RoundPorts): UseCase<ClawBackInput, Loaded, Round> => ({
  name: "allocation.claw-back",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { roundId, lineId }) {
    const [round, line] = [await ports.rounds.find(ctx, roundId), await ports.rounds.findLine(ctx, lineId)];
    if (round === null || line?.roundId !== roundId) return refuse(notFound("round_line", lineId));
    return ok({ subject: subjectOf(round), loaded: { round, line } });
  },

  async handle(ctx, { expectedVersion, reason }, { round, line }) {
    const allowed = ready("claw_back", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const foreign = await notOwn(ctx, ports, [line]);
    if (!foreign.ok) return foreign;
    const use = await usedShare(ctx, ports, round, line);
    if (!use.ok) return use;
    const after = reduced(round, line, use.value, ctx.clock.now());
    if (after === null) return refuse(usedEnough(use.value, line.hasCalendar));
    if (!(await ports.rounds.updateLine(ctx, after))) return refuse(CHANGED);
    const lines = (await ports.rounds.lines(ctx, round.id)).map((each) => (each.id === after.id ? after : each));
    const written = await writeRights(ctx, ports, round, lines);
    if (!written.ok) return written;
    const told = await toldNeeds(ctx, ports, round, [after], reason, true);
    if (!told.ok) return told;
    const stored = await saved(ctx, ports, nextVersion(round, { state: "clawback" }));
    if (!stored.ok) return stored;
    const rule = GPU_UNDER_USE_RULE.version;
    const data = { lineId: line.id, usedShare: use.value, rule, ...written.value, reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data), caused: told.value });
  },
});

/** Share of the GPU time granted so far that was used, 0 to 1, from the ledger's daily sums. */
async function usedShare(ctx: Context, ports: RoundPorts, round: Round, line: RoundLine): Promise<Result<number>> {
  const now = ctx.clock.now();
  let granted = 0;
  for (const [quarter, span] of spansOf(round).entries()) {
    if (span === null || span.from >= now) continue;
    const end = span.to !== null && span.to < now ? span.to : now;
    granted += (grantedIn(line.placements, quarter) * (end.getTime() - span.from.getTime())) / 1000;
  }
  if (granted <= 0) return refuse(conflict("round.not_begun", "Nothing was granted to this need yet."));
  const pools = round.pools.map(({ poolId }) => poolId);
  const used = await ports.roundPools.usedGpuSeconds(ctx, nodeOf(line), pools, round.effectFrom, now);
  return ok(Math.min(1, used / granted));
}

/** The line with less in the quarters that are not over; `null` when the rule takes nothing. */
function reduced(round: Round, line: RoundLine, share: number, now: Date): RoundLine | null {
  const spans = spansOf(round);
  const isOver = (quarter: number): boolean => {
    const span = spans[quarter] ?? null;
    return span === null || (span.to !== null && span.to <= now);
  };
  let taken = 0;
  const placements = (line.placements ?? []).map((placed, quarter) => {
    const granted = grantedIn(line.placements, quarter);
    const use = { granted, usedShare: share, hasCalendar: line.hasCalendar };
    const back = isOver(quarter) ? 0 : Math.floor(clawback(use, GPU_UNDER_USE_RULE));
    taken += back;
    const kept = apportion(
      granted - back,
      placed.map(({ gpus }) => gpus),
    );
    return placed.map(({ poolId }, index) => ({ poolId, gpus: kept[index] ?? 0 })).filter(({ gpus }) => gpus > 0);
  });
  if (taken === 0) return null;
  return { ...line, placements, outcome: outcomeOf(line.asks, placements), version: line.version + 1 };
}

const usedEnough = (share: number, hasCalendar: boolean) =>
  guardRefusal("round.used_enough", "The rule takes nothing back from this grant.", [
    {
      code: "round.under_used",
      met: share < GPU_UNDER_USE_RULE.usedBelow,
      message: `${String(Math.round(share * 100))} % used; under ${String(GPU_UNDER_USE_RULE.usedBelow * 100)} % and worth a whole GPU`,
    },
    { code: "round.no_calendar", met: !hasCalendar, message: "no calendar of use was announced" },
  ]);
