export const ALLOCATION_PORTS = Symbol("AllocationPorts");
export const ROUND_PORTS = Symbol("RoundRoomPorts");
