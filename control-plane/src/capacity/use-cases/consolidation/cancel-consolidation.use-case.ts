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

/** Stops a computation: its next sign of life is refused, and nothing of it is kept. */
export const cancelConsolidation = (
  ports: ConsolidationPorts,
): UseCase<StepInput, LoadedConsolidation, Consolidation> => ({
  name: "capacity.cancel-consolidation",
  action: "manage",
  input: stepInput,
  load: (ctx, input) => loadConsolidation(ports, ctx, input),
  handle: (ctx, input, loaded) => moveConsolidation(ports, ctx, input, loaded, { state: "cancelled" }),
});
