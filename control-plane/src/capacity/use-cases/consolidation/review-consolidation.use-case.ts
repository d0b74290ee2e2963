import { actorRef } from "../../../kernel/actor.js";
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

/** Somebody else than who asked for it looked at the figures and at their reconciliation, and stands for them. */
export const reviewConsolidation = (
  ports: ConsolidationPorts,
): UseCase<StepInput, LoadedConsolidation, Consolidation> => ({
  name: "capacity.review-consolidation",
  action: "review",
  input: stepInput,
  load: (ctx, input) => loadConsolidation(ports, ctx, input),
  handle: (ctx, input, loaded) =>
    moveConsolidation(ports, ctx, input, loaded, { state: "reviewed", reviewedBy: actorRef(ctx.actor) }),
});
