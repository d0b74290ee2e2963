import { z } from "zod";
import { parisDay } from "@socle/contracts";
import { actorRef } from "../../../../kernel/actor.js";
import { endorsed } from "../../../domain/desk/derogations/derogation.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { decisionInput, derogationStep, onDerogation } from "./derogation-desk.js";

export const endorseDerogationInput = z.object({ ...onDerogation, decision: decisionInput });
export type EndorseDerogationInput = z.infer<typeof endorseDerogationInput>;

/** The ministry's validator records that its own authority decided; whoever asked does not. */
export const endorseDerogation = (ports: Pick<DeskPorts, "derogations">) =>
  derogationStep<EndorseDerogationInput>(ports, {
    name: "compliance.endorse-derogation",
    action: "validate",
    input: endorseDerogationInput,
    change: (ctx, { decision }, derogation) =>
      endorsed(derogation, { ...decision, recordedBy: actorRef(ctx.actor) }, parisDay(ctx.clock.now())),
    told: ({ decision }) => ({ authority: decision.authority, reference: decision.reference }),
  });
