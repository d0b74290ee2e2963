import { actorRef } from "../../../kernel/actor.js";
import type { Context, GovernanceEventDraft } from "../../../kernel/use-case.js";
import {
  SUBJECTS,
  type Submission,
  type SubmissionEvent,
  type SubmissionTarget,
} from "../../domain/submission/submission.js";
import type { SubmissionJournal } from "../../ports/submission-journal.port.js";

/**
 * Writes a step or a change of content in the submission's history, and says it as a governance event.
 * @param before what stood; null for a creation
 * @param details more of the change than its states: counts and digests, no personal data
 */
export async function recordStep(
  journal: SubmissionJournal,
  ctx: Context,
  target: SubmissionTarget,
  before: Submission | null,
  after: Submission,
  reason: string | null,
  details: Readonly<Record<string, unknown>> = {},
): Promise<GovernanceEventDraft> {
  await journal.appendEvents(ctx, [stepEvent(ctx, target, before, after, reason)]);
  return stepDraft(target, before, after, reason, details);
}

/** The governance event of a step, before and after. */
export function stepDraft(
  target: SubmissionTarget,
  before: Submission | null,
  after: Submission,
  reason: string | null,
  details: Readonly<Record<string, unknown>> = {},
): GovernanceEventDraft {
  const seen = (submission: Submission) => ({ state: submission.state, version: submission.version });
  return {
    organisationId: after.organisationId,
    subjectType: SUBJECTS[target],
    subjectId: after.id,
    data: { campaignId: after.campaignId, before: before && seen(before), after: seen(after), reason, ...details },
  };
}

/** One step as a submission's history keeps it. */
export const stepEvent = (
  ctx: Context,
  target: SubmissionTarget,
  before: Submission | null,
  after: Submission,
  reason: string | null,
): SubmissionEvent => ({
  id: ctx.ids.next(),
  target,
  submissionId: after.id,
  organisationId: after.organisationId,
  at: after.updatedAt,
  from: before?.state ?? null,
  to: after.state,
  version: after.version,
  by: actorRef(ctx.actor),
  reason,
});
