import type { EndpointId } from "@socle/contracts";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { Fleet } from "./fleet.js";
import type { Probe } from "./probe.port.js";

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;

/** Probes ejected endpoints, ever more slowly, until they answer or leave the fleet. */
export const startHealthProber = (fleet: Fleet, probe: Probe, firstDelayMs = FIRST_DELAY_MS): { stop(): void } => {
  const timers = new Map<EndpointId, NodeJS.Timeout>();
  let stopped = false;

  const schedule = (id: EndpointId, delay: number): void => {
    if (stopped) return;
    timers.set(id, setTimeout(() => void attempt(id, delay), delay).unref());
  };

  const attempt = async (id: EndpointId, delay: number): Promise<void> => {
    const placed = fleet.ejected().find((candidate) => candidate.endpoint.id === id);
    if (placed === undefined) {
      timers.delete(id);
      return;
    }
    if (await probe(placed)) {
      timers.delete(id);
      fleet.restore(id);
      return;
    }
    schedule(id, Math.min(LONGEST_DELAY_MS, delay * 2));
  };

  fleet.onEjected((placed: PlacedEndpoint) => {
    if (!timers.has(placed.endpoint.id)) schedule(placed.endpoint.id, firstDelayMs);
  });
  return {
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
};
