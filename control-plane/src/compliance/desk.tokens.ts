export const DESK_PORTS = Symbol("DeskPorts");
