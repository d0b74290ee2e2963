import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Done, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Campaign } from "../../domain/campaign/campaign.js";
import { answersTaken } from "../../domain/campaign/campaign-life.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import { id, idempotencyKey } from "../capacity.input.js";
import { createdMeanwhile } from "../same-version.js";
import { recordStep } from "../submissions/record-step.js";
import { guarded, loadAsked } from "../submissions/submission-access.js";
import { freshDeclaration } from "./fresh-declaration.js";

export const createDeclarationInput = z.object({ campaignId: id, organisationId: id, idempotencyKey });
export type CreateDeclarationInput = z.infer<typeof createDeclarationInput>;

/**
 * An organisation begins its answer to a campaign. Where one was accepted already, the new one starts from its lines and
 * replaces it once accepted itself.
 */
export const createDeclaration = (
  ports: CapacityPorts,
): UseCase<CreateDeclarationInput, Campaign, CapacityDeclaration> => ({
  name: "capacity.create-declaration",
  action: "declare",
  input: zodSchema(createDeclarationInput),
  async load(ctx, { campaignId, organisationId }) {
    const asked = await loadAsked(ports, ctx, campaignId, organisationId);
    if (!asked.ok) return asked;
    return ok({ subject: { name: "CapacityDeclaration", id: null, organisationId }, loaded: asked.value });
  },
  async handle(ctx, { organisationId, idempotencyKey = null }, campaign) {
    const again = idempotencyKey && (await ports.declarations.findCreated(ctx, actorRef(ctx.actor), idempotencyKey));
    if (again) return createdAgain(again, campaign.id, organisationId);
    const open = guarded([answersTaken(campaign, ctx.clock.now())]);
    if (!open.ok) return open;
    if ((await ports.declarations.findInProgress(ctx, campaign.id, organisationId)) !== null)
      return refuse(
        conflict("declaration.in_progress", "The organisation has a declaration in progress; go on with it."),
      );
    const accepted = await ports.declarations.findAccepted(ctx, campaign.id, organisationId);
    const declaration = freshDeclaration(ctx, campaign.id, organisationId, accepted);
    if (!(await ports.declarations.insert(ctx, declaration, idempotencyKey)))
      return refuse(createdMeanwhile("declaration"));
    if (accepted !== null) {
      const opened = await ports.declarations.linesAt(ctx, accepted.id, accepted.version);
      await ports.declarations.changeLines(ctx, declaration, { closed: [], opened });
    }
    const details = { supersedes: declaration.supersedes };
    return ok({
      value: declaration,
      event: await recordStep(ports.journal, ctx, "declaration", null, declaration, null, details),
    });
  },
});

/** The same key answers the same; for something else it is a mistake of the client. */
function createdAgain(
  declaration: CapacityDeclaration,
  campaignId: string,
  organisationId: string,
): Result<Done<CapacityDeclaration>> {
  if (declaration.campaignId !== campaignId || declaration.organisationId !== organisationId)
    return refuse(conflict("idempotency.key_reused", "This key created something else before."));
  const data = { campaignId, repeated: true };
  return ok({
    value: declaration,
    event: { organisationId, subjectType: "CapacityDeclaration", subjectId: declaration.id, data },
  });
}
