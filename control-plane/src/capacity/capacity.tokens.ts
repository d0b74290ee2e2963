export const CAPACITY_PORTS = Symbol("CapacityPorts");
export const CAPACITY_READS = Symbol("CapacityReads");
export const CONSOLIDATION_PORTS = Symbol("ConsolidationRoomPorts");
