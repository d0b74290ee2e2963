import { z } from "zod";
import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { ministryOf } from "../../domain/node.js";
import type { Criticality } from "../../domain/round-program/instance.js";
import type { Round } from "../../domain/rounds/round.js";
import { grantedIn, type LineAsk, type RoundLine } from "../../domain/rounds/round-line.js";
import type { CampaignNeed } from "../../ports/campaign-needs.port.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { loadRound, nextVersion, ready, roundEvent, saved } from "./round-access.js";
import { onRound } from "./round-input.js";

const DEFAULT_SCORE = 100;

const input = onRound.extend({
  consolidationId: z.uuid(),
  /** Classes of GPU, as pools name them, on which a kind of the consolidation's may run; its own name when left out. */
  gpuClasses: z
    .array(z.object({ gpuType: z.string(), classes: z.array(z.string().min(1)).min(1).max(20) }))
    .max(100)
    .default([]),
  /** Scores of the selection, by need; 100 for one that is not named. */
  scores: z
    .array(z.object({ needId: z.uuid(), score: z.number().int().min(1).max(1000) }))
    .max(10_000)
    .default([]),
});
export type BringNeedsInput = z.output<typeof input>;

/**
 * Requests of a call, brought from the needs that a campaign's consolidation sized; those already there stay as they are. A
 * complement takes what its call left unmet.
 */
export const bringNeeds = (ports: RoundPorts): UseCase<BringNeedsInput, Round, Round> => ({
  name: "allocation.bring-needs",
  action: "manage",
  input: zodSchema(input),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, { consolidationId, gpuClasses, scores, expectedVersion, reason }, round) {
    const allowed = ready("bring", round, expectedVersion);
    if (!allowed.ok) return allowed;
    const needs = await ports.campaignNeeds.ofConsolidation(ctx, consolidationId);
    if (needs === null) return refuse(notFound("consolidation", consolidationId));
    const present = new Set((await ports.rounds.lines(ctx, round.id)).map(({ needId }) => needId));
    const classesOf = new Map(gpuClasses.map(({ gpuType, classes }) => [gpuType, classes]));
    const scoreOf = new Map(scores.map(({ needId, score }) => [needId, score]));
    const ministries = await ministriesOf(ctx, ports, needs);
    const grantedBefore = await grantsOfParent(ctx, ports, round);
    let brought = 0;
    for (const need of needs) {
      const asks = round.quarters.map((quarter) =>
        remaining(need.quarters[quarter] ?? null, grantedBefore(need.needId, quarter)),
      );
      const ministryId = ministries.get(need.organisationId);
      if (present.has(need.needId) || ministryId === undefined || asks.every((ask) => (ask?.likely ?? 0) === 0))
        continue;
      const { needId, organisationId, useCaseId, title, labels, declaredBy, declaredAt } = need;
      const line: RoundLine = {
        ...{
          id: ctx.ids.next(),
          roundId: round.id,
          organisationId,
          ministryId,
          useCaseId,
          needId,
          title,
          labels,
          asks,
        },
        ...{ gpuClasses: classesOf.get(need.gpuType) ?? [need.gpuType], score: scoreOf.get(needId) ?? DEFAULT_SCORE },
        ...{ criticality: need.criticality as Criticality, hasCalendar: false, declaredBy, declaredAt, version: 1 },
        ...{ placements: null, explanations: null, outcome: null, amended: null },
      };
      await ports.rounds.insertLine(ctx, line);
      brought += 1;
    }
    const stored = await saved(ctx, ports, nextVersion(round, {}));
    if (!stored.ok) return stored;
    const data = { consolidationId, brought, needs: needs.length, reason };
    return ok({ value: stored.value, event: roundEvent(round, stored.value, data) });
  },
});

async function ministriesOf(
  ctx: Context,
  ports: Pick<RoundPorts, "nodes">,
  needs: readonly CampaignNeed[],
): Promise<ReadonlyMap<string, string>> {
  const nodes = await ports.nodes.find(ctx, [...new Set(needs.map(({ organisationId }) => organisationId))]);
  return new Map(nodes.map(({ id, path }) => [id, ministryOf(path)]));
}

/** GPUs that the call of a complement grants a need in a quarter; 0 for every other round. */
async function grantsOfParent(
  ctx: Context,
  ports: Pick<RoundPorts, "rounds">,
  { parentId }: Round,
): Promise<(needId: string, quarter: string) => number> {
  const parent = parentId === null ? null : await ports.rounds.find(ctx, parentId);
  if (parent === null) return () => 0;
  const lines = new Map((await ports.rounds.lines(ctx, parent.id)).map((line) => [line.needId, line]));
  return (needId, quarter) => grantedIn(lines.get(needId)?.placements ?? null, parent.quarters.indexOf(quarter));
}

/** What is still asked for in a quarter in which so much is granted already. */
function remaining(ask: LineAsk | null, granted: number): LineAsk | null {
  if (ask === null || granted === 0) return ask;
  const likely = ask.likely - granted;
  if (likely <= 0) return null;
  const low = Math.max(0, ask.low - granted);
  return { low, likely, high: ask.high - granted, minUseful: Math.min(ask.minUseful, likely) };
}
