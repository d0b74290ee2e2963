export const REGISTRY_PORTS = Symbol("RegistryPorts");
