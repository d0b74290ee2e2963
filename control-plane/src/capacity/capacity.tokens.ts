export const CAPACITY_PORTS = Symbol("CapacityPorts");
export const CAPACITY_READS = Symbol("CapacityReads");
