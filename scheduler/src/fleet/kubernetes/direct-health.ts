import type { EndpointId } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { Fleet } from "../fleet.js";
import type { Probe } from "../probe.port.js";

export interface DirectHealthParts {
  readonly fleet: Pick<Fleet, "find" | "finish" | "ejected">;
  readonly probe: Probe;
  readonly clock: Pick<Clock, "monotonic">;
  readonly random: () => number;
  /** Endpoints found in clusters, and whether their cluster is reachable now. */
  readonly endpoints: () => readonly { readonly endpointId: EndpointId; readonly reachable: boolean }[];
  readonly settings: DirectHealthSettings;
}

export interface DirectHealthSettings {
  /** Time between two probes of an endpoint whose cluster is reachable, and of one whose cluster is not. */
  readonly reachableMs: number;
  readonly unreachableMs: number;
}

export const DIRECT_HEALTH: DirectHealthSettings = { reachableMs: 5_000, unreachableMs: 1_000 };

/**
 * Asks found endpoints themselves whether they serve, more often while nobody else would tell. A probe that fails counts
 * as a failed attempt; one that succeeds forgives nothing, so that an engine whose `/health` lies is still ejected by its
 * requests. Bringing an ejected endpoint back is the health prober's.
 */
export const startDirectHealth = (parts: DirectHealthParts): { stop(): void } => {
  const { fleet, probe, clock, random, endpoints, settings } = parts;
  const next = new Map<EndpointId, number>();
  const asked = new Set<EndpointId>();

  const ask = async (endpointId: EndpointId): Promise<void> => {
    const placed = fleet.find(endpointId);
    if (placed === undefined) return;
    asked.add(endpointId);
    const serves = await probe(placed);
    asked.delete(endpointId);
    if (!serves) fleet.finish(endpointId, 0, "bad");
  };

  const tick = (): void => {
    const now = clock.monotonic();
    const ejected = new Set(fleet.ejected().map(({ endpoint }) => endpoint.id));
    const present = endpoints();
    const ids = new Set(present.map(({ endpointId }) => endpointId));
    for (const id of next.keys()) if (!ids.has(id)) next.delete(id);
    for (const { endpointId, reachable } of present) {
      const period = reachable ? settings.reachableMs : settings.unreachableMs;
      const due = Math.min(next.get(endpointId) ?? now + period * random(), now + period);
      next.set(endpointId, due);
      if (due > now || asked.has(endpointId) || ejected.has(endpointId)) continue;
      next.set(endpointId, now + period);
      void ask(endpointId);
    }
  };

  const timer = setInterval(tick, settings.unreachableMs / 4).unref();
  return { stop: () => clearInterval(timer) };
};
