import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { Simulation } from "../../domain/simulation/simulation.js";
import type { SimulationPorts } from "../../ports/simulation/simulation-ports.js";
import { loadSimulation, ofSimulation, type OfSimulation } from "./simulation.subject.js";

/** Ends a simulation; the process that runs it sees within a second that it is over, and stops. */
export const cancelSimulation = (
  ports: Pick<SimulationPorts, "simulations">,
): UseCase<OfSimulation, Simulation, Simulation> => ({
  name: "compliance.cancel-simulation",
  action: "simulate",
  input: zodSchema(ofSimulation),
  load: (ctx, { id }) => loadSimulation(ports, ctx, id),
  async handle(ctx, { id }, simulation) {
    const end = { state: "cancelled", failure: null } as const;
    if (!(await ports.simulations.finish(ctx, id, end))) return refuse(OVER);
    const { organisationId } = simulation;
    const event = { organisationId, subjectType: "Simulation", subjectId: id, data: { cancelled: true } } as const;
    return ok({ value: { ...simulation, ...end, finishedAt: ctx.clock.now() }, event });
  },
});

const OVER = conflict("simulation.over", "This simulation is over.");
