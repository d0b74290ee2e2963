export const CAPACITY_PORTS = Symbol("CapacityPorts");
export const CAPACITY_READS = Symbol("CapacityReads");
export const CONSOLIDATION_PORTS = Symbol("ConsolidationRoomPorts");
export const IMPORT_PORTS = Symbol("ImportStore");
export const FINDINGS = Symbol("FindingStore");
/** Provided by `allocation`: what is held. */
export const HELD_RIGHTS = Symbol("HeldRights");
