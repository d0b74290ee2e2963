import { notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { CausedEvent, Context } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { raises, stepConditions, type MatchingStep } from "../../domain/submission/step-guards.js";
import { moved, STEP_RULES } from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { changed } from "../same-version.js";
import { stepDraft, stepEvent } from "./record-step.js";
import { campaignOf, guarded } from "./submission-access.js";

/** What a decision elsewhere gives a need. */
export interface ToldNeed {
  readonly needId: string;
  readonly step: MatchingStep;
  /** True: only a need that had less is told, since what is decided comes on top of what it has. */
  readonly onlyRaises: boolean;
}

/**
 * Marks what needs got, in the transaction of the decision that gave it and under that decision's right: all of them, or
 * none and why. Costs as many statements for 700 needs as for one.
 * @param reason the decision's own, with its id in `details`
 * @returns one journal entry for each need that was told
 */
export const tellNeeds =
  (ports: CapacityPorts) =>
  async (
    ctx: Context,
    told: readonly ToldNeed[],
    reason: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<Result<readonly CausedEvent[]>> => {
    const needs = new Map((await ports.needs.findMany(ctx, toldIds(told))).map((need) => [need.id, need]));
    const campaigns = await campaignsOf(ports, ctx, [...needs.values()]);
    const moves: { readonly step: MatchingStep; readonly before: CapacityNeed; readonly after: CapacityNeed }[] = [];
    for (const { needId, step, onlyRaises } of inOneOrder(told)) {
      const before = needs.get(needId);
      const campaign = campaigns.get(before?.campaignId ?? "");
      if (before === undefined || campaign === undefined) return refuse(notFound("need", needId));
      if (onlyRaises && !raises(step, before.state)) continue;
      const at = ctx.clock.now();
      const allowed = guarded(stepConditions(step, { target: "need", submission: before, campaign, reason, at }));
      if (!allowed.ok) return allowed;
      moves.push({ step, before, after: moved(before, STEP_RULES[step].to, at) });
    }
    const written = await ports.needs.putAll(
      ctx,
      moves.map(({ after }) => after),
    );
    if (written < moves.length) return refuse(changed("need", moves[0]?.before.version ?? 0));
    await ports.journal.appendEvents(
      ctx,
      moves.map(({ before, after }) => stepEvent(ctx, "need", before, after, reason)),
    );
    return ok(
      moves.map(({ step, before, after }) => ({
        useCase: `capacity.${step.replaceAll("_", "-")}-need`,
        event: stepDraft("need", before, after, reason, details),
      })),
    );
  };

export type NeedTeller = ReturnType<typeof tellNeeds>;

/** Rows are locked in one order, so that two decisions at once wait for each other instead of failing. */
const inOneOrder = (told: readonly ToldNeed[]): readonly ToldNeed[] =>
  [...told].sort((left, right) => (left.needId < right.needId ? -1 : 1));

const toldIds = (told: readonly ToldNeed[]): readonly string[] => told.map(({ needId }) => needId);

async function campaignsOf(
  ports: CapacityPorts,
  ctx: Context,
  needs: readonly CapacityNeed[],
): Promise<ReadonlyMap<string, Campaign>> {
  const found = new Map<string, Campaign>();
  for (const need of needs)
    if (!found.has(need.campaignId)) found.set(need.campaignId, await campaignOf(ports, ctx, need));
  return found;
}
