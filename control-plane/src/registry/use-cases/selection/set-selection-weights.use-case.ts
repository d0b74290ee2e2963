import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { FUNCTION_DOMAINS } from "../../domain/dossier/dossier.js";
import type { SelectionWeights } from "../../domain/selection/selection-score.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { reason, version } from "../use-case.input.js";

const weight = z.number().min(0).max(100);
export const setSelectionWeightsInput = z.object({
  after: version,
  weights: z
    .object({ impact: weight, generalisability: weight, agentEffects: weight, userEffects: weight })
    .refine((weights) => Object.values(weights).some((value) => value > 0), "One weight at least is above zero."),
  transversalBonus: z.number().min(0).max(100),
  transversalDomains: z.array(z.enum(FUNCTION_DOMAINS)).max(FUNCTION_DOMAINS.length),
  reason,
});
export type SetSelectionWeightsInput = z.infer<typeof setSelectionWeightsInput>;
type Ports = Pick<RegistryPorts, "weights" | "organisations">;

/** The AI cell says how the criteria count from now on; rankings under earlier weights can be computed for ever. */
export const setSelectionWeights = (ports: Ports): UseCase<SetSelectionWeightsInput, string, SelectionWeights> => ({
  name: "registry.set-selection-weights",
  action: "set",
  input: zodSchema(setSelectionWeightsInput),
  async load(ctx) {
    const organisationId = await ports.organisations.rootId(ctx);
    return ok({ subject: { name: "Selection", id: null, organisationId }, loaded: organisationId });
  },
  async handle(ctx, { after, ...said }, organisationId) {
    const last = (await ports.weights.versions(ctx)).at(-1);
    const weights = { ...said, version: after + 1, setAt: ctx.clock.now(), setBy: actorRef(ctx.actor) };
    if (last?.version !== after || !(await ports.weights.add(ctx, weights)))
      return refuse(conflict("selection.weights_changed", "Other weights were set meanwhile; look at them first."));
    const data = { ...said, version: weights.version };
    const subjectId = String(weights.version);
    return ok({ value: weights, event: { organisationId, subjectType: "Selection", subjectId, data } });
  },
});
