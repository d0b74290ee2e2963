import { ID } from "@nestjs/graphql";
import { answering, mutations } from "../../../../platform/graphql/mutations.js";
import type { SimulationRoomPorts } from "../../../ports/simulation/simulation-ports.js";
import { SIMULATION_PORTS } from "../../../simulation.tokens.js";
import { cancelSimulation } from "../../../use-cases/simulation/cancel-simulation.use-case.js";
import { openSimulation } from "../../../use-cases/simulation/open-simulation.use-case.js";
import { requestSimulation } from "../../../use-cases/simulation/request-simulation.use-case.js";
import { SimulationInputType } from "./simulation.inputs.js";
import { SimulationResultUnion } from "./simulation.types.js";
import { simulationView } from "./simulation.views.js";

const asSimulation = answering(SimulationResultUnion, simulationView);

/** Simulations begin here and are followed by `simulation`. */
export const SimulationMutations = mutations<SimulationRoomPorts>(SIMULATION_PORTS, {
  requestSimulation: asSimulation(
    requestSimulation,
    SimulationInputType,
    "Replays other rules, or another day. Changes no decision.",
  ),
  openSimulation: asSimulation(
    openSimulation,
    { id: ID },
    "Whoever approves rules has looked at what they would change; the journal keeps it.",
  ),
  cancelSimulation: asSimulation(cancelSimulation, { id: ID }, "A cancelled simulation leaves no result."),
});
