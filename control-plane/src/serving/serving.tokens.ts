export const SERVING_PORTS = Symbol("ServingPorts");
