import { guardRefusal, notFound, type Condition } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Subject } from "../../../kernel/use-case.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { SUBJECTS, type Submission, type SubmissionTarget } from "../../domain/submission/submission.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";

/** A submission as authorisation looks at it. */
export const submissionSubject = (target: SubmissionTarget, submission: Submission): Subject => ({
  name: SUBJECTS[target],
  id: submission.id,
  organisationId: submission.organisationId,
  state: submission.state,
  declaredBy: submission.declaredBy,
});

/** A campaign that the actor knows of, with the path of one of the organisations that it asks. */
export async function loadAsked(
  ports: Pick<CapacityPorts, "campaigns" | "organisations">,
  ctx: Context,
  campaignId: string,
  organisationId: string,
): Promise<Result<Campaign>> {
  const campaign = await ports.campaigns.find(ctx, campaignId);
  if (campaign === null) return refuse(notFound("campaign", campaignId));
  const path = await ports.organisations.pathOf(ctx, organisationId);
  if (path.length === 0) return refuse(notFound("organisation", organisationId));
  const asked = campaign.scope.length === 0 || path.some((id) => campaign.scope.includes(id));
  return asked ? ok(campaign) : refuse(refusedBy([{ code: "campaign.asks", met: false, message: NOT_ASKED }]));
}

const NOT_ASKED = "The campaign asks this organisation, or one above it.";

/** The campaign of a submission that was found; the database keeps them together. */
export async function campaignOf(
  ports: Pick<CapacityPorts, "campaigns">,
  ctx: Context,
  submission: Submission,
): Promise<Campaign> {
  const campaign = await ports.campaigns.find(ctx, submission.campaignId);
  if (campaign === null) throw new Error("A submission's campaign is not to be found.");
  return campaign;
}

/** The refusal that lists every condition, when one is not met. */
export const guarded = (conditions: readonly Condition[]): Result<true> =>
  conditions.every(({ met }) => met) ? ok(true) : refuse(refusedBy(conditions));

function refusedBy(conditions: readonly Condition[]) {
  const unmet = conditions.filter(({ met }) => !met);
  const code = unmet[0]?.code ?? "submission.guard_unmet";
  return guardRefusal(code, unmet.map(({ message }) => message).join(" "), conditions);
}
