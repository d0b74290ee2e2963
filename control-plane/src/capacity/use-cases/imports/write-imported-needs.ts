import { actorRef } from "../../../kernel/actor.js";
import { guardRefusal } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, GovernanceEventDraft } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import type { CapacityImport } from "../../domain/import/capacity-import.js";
import type { CapacityNeed, NeedContent } from "../../domain/need/capacity-need.js";
import { contentOf, needCompleteness } from "../../domain/need/read-need.js";
import { isEditable } from "../../domain/submission/submission-state.js";
import { sameContent } from "../../domain/submission/version-difference.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { createdMeanwhile } from "../same-version.js";
import { freshNeed } from "../needs/fresh-need.js";
import { stepEvent } from "../submissions/record-step.js";

interface Written {
  readonly before: CapacityNeed | null;
  readonly after: CapacityNeed;
}

/** Creates the needs of a file and writes over those of the same reference; needs that say the same stay as they are. */
export async function writeImportedNeeds(
  ports: CapacityPorts,
  ctx: Context,
  { id: importId, organisationId, fileDigest }: CapacityImport,
  campaign: Campaign,
  contents: readonly NeedContent[],
): Promise<Result<GovernanceEventDraft>> {
  const references = contents.map(({ reference }) => reference);
  const found = await ports.needs.findByReference(ctx, campaign.id, organisationId, references);
  const stand = new Map(found.map((need) => [need.reference, need]));
  const written = contents.flatMap((content) => writtenBy(ctx, campaign, organisationId, stand, content));
  const closed = written.filter(({ before }) => before !== null && !isEditable(before.state));
  if (closed.length > 0) return refuse(notEditable(closed));
  const needs = written.map(({ after }) => after);
  if ((await ports.needs.putAll(ctx, needs)) !== needs.length) return refuse(createdMeanwhile("need"));
  await ports.journal.appendEvents(
    ctx,
    written.map(({ before, after }) => stepEvent(ctx, "need", before, after, null)),
  );
  const created = written.filter(({ before }) => before === null).length;
  const data = { campaignId: campaign.id, importId, fileDigest, created, changed: needs.length - created };
  return ok({ organisationId, subjectType: "CapacityNeed", subjectId: null, data });
}

function writtenBy(
  ctx: Context,
  campaign: Campaign,
  organisationId: string,
  stand: ReadonlyMap<string, CapacityNeed>,
  content: NeedContent,
): readonly Written[] {
  const before = stand.get(content.reference);
  if (before === undefined) return [{ before: null, after: freshNeed(ctx, campaign, organisationId, content) }];
  if (sameContent(contentOf(before), content)) return [];
  const after: CapacityNeed = {
    ...before,
    ...content,
    declaredBy: actorRef(ctx.actor),
    updatedAt: ctx.clock.now(),
    version: before.version + 1,
    completeness: needCompleteness(campaign.quarters, content),
  };
  return [{ before, after }];
}

const SHOWN = 10;

function notEditable(closed: readonly Written[]) {
  const shown = closed.slice(0, SHOWN).map(({ after }) => after.reference);
  const message = `Needs that are with a validator or ARIANE do not change: ${shown.join(", ")}.`;
  return guardRefusal("submission.editable", message, [{ code: "submission.editable", met: false, message }]);
}
