import type { Simulation } from "../../../domain/simulation/simulation.js";
import type { SimulationType } from "./simulation.types.js";

export const simulationView = ({
  result,
  requestedBy,
  createdAt,
  finishedAt,
  ...rest
}: Simulation): SimulationType => ({
  ...rest,
  outcome: result,
  requestedByRef: requestedBy,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
