import { actorRef } from "../../../kernel/actor.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";
import { loadSimulation, ofSimulation, type OfSimulation } from "./simulation.subject.js";

/** Notes that somebody who may approve rules looked at what a simulation came to. */
export const openSimulation = (
  ports: Pick<SimulationPorts, "simulations">,
): UseCase<OfSimulation, Simulation, Simulation> => ({
  name: "compliance.open-simulation",
  action: "validate",
  input: zodSchema(ofSimulation),
  load: (ctx, { id }) => loadSimulation(ports, ctx, id),
  async handle(ctx, { id }, simulation) {
    if (simulation.state !== "done") return refuse(NOT_DONE);
    const first = await ports.simulations.open(ctx, id, actorRef(ctx.actor));
    const { organisationId, candidateDigest } = simulation;
    const event = { organisationId, subjectType: "Simulation", subjectId: id, data: { candidateDigest } } as const;
    return ok({ value: simulation, event, ...(first ? {} : { repeated: true as const }) });
  },
});

const NOT_DONE = conflict("simulation.not_done", "This simulation has no result to look at.");
