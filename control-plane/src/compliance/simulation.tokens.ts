export const SIMULATION_PORTS = Symbol("SimulationRoomPorts");
