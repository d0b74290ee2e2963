import type { EndpointId } from "@socle/contracts";
import type { Clock } from "../kernel/clock.js";
import { PUBLIC_TRUST } from "../kernel/endpoint-trust.js";
import type { EndpointTrust } from "../kernel/endpoint-trust.js";
import type { Logger } from "../kernel/logger.port.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { SlotShares } from "../kernel/slot-shares.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import type { EndpointRoster } from "./endpoint-roster.js";
import { afterwards } from "./fleet-senses.js";
import { createFleet } from "./fleet.js";
import type { Fleet } from "./fleet.js";
import { startHealthProber } from "./health-prober.js";
import type { ClusterStatus, KubernetesDiscovery, KubernetesSettings } from "./kubernetes/start-kubernetes.js";
import { createGaugeBoard } from "./metrics/gauge-board.js";
import { createHttpMetrics } from "./metrics/http-metrics.js";
import { startScraper } from "./metrics/start-scraper.js";
import type { ScrapeTarget } from "./metrics/start-scraper.js";
import type { Probe } from "./probe.port.js";

export interface FleetSettings {
  /** `null`: no cluster is watched and the client library is not loaded. */
  readonly kubernetes: KubernetesSettings | null;
  /** Between two scrapes of an endpoint's gauges; 0 turns scraping off. */
  readonly scrapeIntervalMs: number;
}

export interface FleetParts {
  readonly roster: EndpointRoster;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly probe: Probe;
  readonly endpointKey: (variable: string) => string | null;
  readonly trust?: EndpointTrust;
  readonly random: () => number;
  readonly slots: SlotShares;
}

export interface RunningFleet {
  readonly fleet: Fleet;
  /** Clusters watched. */
  clusters(): readonly ClusterStatus[];
  stop(): Promise<void>;
}

/** An answer of `/metrics` takes at most this long and this much; vLLM writes some 100 kB. */
const SCRAPE_TIMEOUT_MS = 1_000;
const SCRAPE_MAX_BYTES = 4 * 1024 * 1024;

const scrape = (
  settings: FleetSettings,
  parts: FleetParts,
  fleet: Fleet,
  board: ReturnType<typeof createGaugeBoard>,
) => {
  const { roster, clock, random, endpointKey, trust = PUBLIC_TRUST } = parts;
  const http = createHttpMetrics({
    timeoutMs: SCRAPE_TIMEOUT_MS,
    maxBytes: SCRAPE_MAX_BYTES,
    endpointKey,
    trust,
  });
  const endpoints = (): ReadonlyMap<EndpointId, PlacedEndpoint> => roster.current()?.endpoints ?? new Map();
  const target = (id: EndpointId): ScrapeTarget | undefined => {
    const placed = endpoints().get(id);
    const account = fleet.account(id);
    if (placed === undefined || account === undefined) return undefined;
    return { placed, engine: roster.engineOf(id), dispatched: account.dispatched, finished: account.finished };
  };
  const scraper = startScraper({
    targets: () => [...endpoints().keys()].flatMap((id) => target(id) ?? []),
    target,
    read: http.read,
    board,
    clock,
    random,
    intervalMs: settings.scrapeIntervalMs,
  });
  return {
    stop: () => {
      scraper.stop();
      return http.close();
    },
  };
};

const discover = async (
  settings: FleetSettings,
  parts: FleetParts,
  fleet: Fleet,
): Promise<KubernetesDiscovery | null> => {
  if (settings.kubernetes === null) return null;
  const { startKubernetes } = await import("./kubernetes/start-kubernetes.js");
  return startKubernetes(settings.kubernetes, { ...parts, fleet });
};

/** The fleet with everything that keeps it told: probes, gauges, and clusters where there are any. */
export const startFleet = async (settings: FleetSettings, parts: FleetParts): Promise<RunningFleet> => {
  const board = createGaugeBoard();
  const { clock, slots } = parts;
  const fleet = createFleet(parts.telemetry, { clock, gauges: board, slots, after: afterwards });
  const prober = startHealthProber(fleet, parts.probe);
  const scraping = settings.scrapeIntervalMs > 0 ? scrape(settings, parts, fleet, board) : null;
  const discovery = await discover(settings, parts, fleet);
  return {
    fleet,
    clusters: () => discovery?.status() ?? [],
    async stop() {
      prober.stop();
      discovery?.stop();
      await scraping?.stop();
    },
  };
};
