import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";

const input = z.object({ id: z.uuid() });

/** Notes that somebody who may approve rules looked at what a simulation came to. */
export const openSimulation = (
  ports: Pick<SimulationPorts, "simulations">,
): UseCase<z.output<typeof input>, Simulation, Simulation> => ({
  name: "compliance.open-simulation",
  action: "validate",
  input: zodSchema(input),
  async load(ctx, { id }) {
    const simulation = await ports.simulations.find(ctx, id);
    if (simulation === null) return refuse(notFound("simulation", id));
    const { organisationId } = simulation;
    return ok({ subject: { name: "PolicyBundle", id: null, organisationId }, loaded: simulation });
  },
  async handle(ctx, { id }, simulation) {
    if (simulation.state !== "done") return refuse(NOT_DONE);
    const first = await ports.simulations.open(ctx, id, actorRef(ctx.actor));
    const { organisationId, candidateDigest } = simulation;
    const event = { organisationId, subjectType: "Simulation", subjectId: id, data: { candidateDigest } } as const;
    return ok({ value: simulation, event, ...(first ? {} : { repeated: true as const }) });
  },
});

const NOT_DONE = conflict("simulation.not_done", "This simulation has no result to look at.");
