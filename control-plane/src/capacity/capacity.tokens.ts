export const CAPACITY_PORTS = Symbol("CapacityRoomPorts");
export const CONSOLIDATION_PORTS = Symbol("ConsolidationRoomPorts");
/** Provided by `allocation`: what is held. */
export const HELD_RIGHTS = Symbol("HeldRights");
