/** The rules in force, for the whole room: `ActiveRules`. */
export const ACTIVE_RULES = Symbol("ActiveRules");
export const BUNDLE_PORTS = Symbol("BundlePorts");
