export const SIMULATION_PORTS = Symbol("SimulationPorts");
export const CANCEL_SIMULATION = Symbol("CancelSimulation");
export const REQUEST_SIMULATION = Symbol("requestSimulation");
