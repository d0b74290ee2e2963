import { actorRef } from "../../../kernel/actor.js";
import { guardRefusal } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import {
  loadConsolidation,
  stepInput,
  type ConsolidationPorts,
  type LoadedConsolidation,
  type StepInput,
} from "./consolidation.input.js";
import { moveConsolidation } from "./move-consolidation.js";

/** Lets ministries and suppliers read it; by somebody else than who reviewed it, and once a campaign. */
export const publishConsolidation = (
  ports: ConsolidationPorts,
): UseCase<StepInput, LoadedConsolidation, Consolidation> => ({
  name: "capacity.publish-consolidation",
  action: "manage",
  input: stepInput,
  load: (ctx, input) => loadConsolidation(ports, ctx, input),
  async handle(ctx, input, loaded) {
    const by = actorRef(ctx.actor);
    const message = "Somebody else than its reviewer publishes it.";
    const other = { code: "consolidation.other_person", met: loaded.consolidation.reviewedBy !== by, message };
    if (!other.met) return refuse(guardRefusal(other.code, message, [other]));
    return moveConsolidation(ports, ctx, input, loaded, {
      state: "published",
      publishedBy: by,
      publishedAt: ctx.clock.now(),
    });
  },
});
