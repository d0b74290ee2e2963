import { z } from "zod";
import { digestOf } from "../../../kernel/canonical-json.js";
import { conflict } from "../../../kernel/refusal.js";
import { refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import type { Consolidation } from "../../domain/consolidation/consolidation-life.js";
import type { Consolidated } from "../../domain/consolidation/consolidation.js";
import { id } from "../capacity.input.js";
import { loadConsolidation, type ConsolidationPorts, type LoadedConsolidation } from "./consolidation.input.js";
import { moveConsolidation } from "./move-consolidation.js";

/** What became of a computation. */
export type Outcome =
  | { readonly kind: "computed"; readonly input: ConsolidationInput; readonly consolidated: Consolidated }
  | { readonly kind: "failed"; readonly why: string };

const input = z.object({ id, outcome: z.custom<Outcome>((value) => typeof value === "object" && value !== null) });

/** The platform keeps what was computed with the digests of what it stands on, or says why nothing was. */
export const endComputation = (
  ports: ConsolidationPorts,
): UseCase<z.infer<typeof input>, LoadedConsolidation, Consolidation> => ({
  name: "capacity.end-computation",
  action: "manage",
  input: zodSchema(input),
  load: (ctx, { id }) => loadConsolidation(ports, ctx, { id }),
  async handle(ctx, { outcome }, loaded) {
    if (ctx.actor.kind !== "system") return refuse(conflict("consolidation.by_platform", "The platform computes."));
    const { consolidation } = loaded;
    const expected = { expectedVersion: consolidation.version };
    if (outcome.kind === "failed")
      return moveConsolidation(ports, ctx, expected, loaded, { state: "failed", failure: outcome.why });
    const moved = await moveConsolidation(ports, ctx, expected, loaded, {
      state: "computed",
      progress: 1,
      inputDigest: digestOf(outcome.input),
      reportDigest: digestOf(outcome.consolidated.report),
      computedAt: ctx.clock.now(),
      supplier: outcome.consolidated.supplier,
    });
    if (moved.ok) await ports.consolidations.keep(ctx, consolidation.id, outcome.input, outcome.consolidated);
    return moved;
  },
});
