import { collectDefaultMetrics, Registry } from "prom-client";

/** One registry per process, with the runtime's own metrics. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
