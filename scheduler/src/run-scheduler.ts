import { createPrivateKey, createPublicKey, randomInt } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createOutputForecast } from "./admission/budgets/output-forecast.js";
import { createLocalShares } from "./admission/limits/local-shares.js";
import { createCostEstimates } from "./admission/fair-share/queue/cost-estimates.js";
import type { SchedulerConfig } from "./config/scheduler-config.js";
import { createProbe } from "./dispatch/probe-endpoint.js";
import { createRetryBudget } from "./dispatch/retry-budget.js";
import { createWireUpstream } from "./dispatch/wire/wire-upstream.js";
import { createEndpointRoster } from "./fleet/endpoint-roster.js";
import { Awaited } from "./endpoint-picker/hold-rule/awaited.js";
import { predictedProfile } from "./endpoint-picker/predicted-profile.js";
import { afterwards } from "./fleet/fleet-senses.js";
import { startFleet } from "./fleet/start-fleet.js";
import { createCore } from "./request/create-core.js";
import type { Core } from "./request/create-core.js";
import { graphqlIngress } from "./ingress/graphql/graphql-ingress.js";
import { createHttpServer } from "./ingress/http-server.js";
import type { HttpFront } from "./ingress/http-server.js";
import { OPERATIONS } from "./request/operations/operations.js";
import { createCacheSalts } from "./request/prompt/cache-salt.js";
import { createPlacementQueue } from "./placement/placement-queue.js";
import { createIncidentRoute } from "./ingress/incident-route.js";
import { createRestRoutes } from "./ingress/rest/rest-routes.js";
import { createStateRoutes } from "./ingress/state-routes.js";
import { HeldBytes } from "./kernel/held-bytes.js";
import type { HttpRoute } from "./kernel/http-route.port.js";
import { createActivityMeter } from "./kernel/activity-meter.js";
import { systemClock } from "./kernel/clock.js";
import { PUBLIC_TRUST, trustWith } from "./kernel/endpoint-trust.js";
import type { EndpointTrust } from "./kernel/endpoint-trust.js";
import { createLeaseBook } from "./kernel/lease/lease-book.js";
import { createSlotShares } from "./kernel/slot-shares.js";
import { createSnapshotHolder } from "./kernel/snapshot/snapshot-holder.js";
import { createRecentRecords } from "./metering/recent-records.js";
import { openFileSpool } from "./metering/spool/file-spool.js";
import { lockStateDir } from "./metering/spool/state-lock.js";
import { createLogger } from "./observability/create-logger.js";
import { startObservability } from "./observability/start-observability.js";
import { startSync } from "./sync/start-sync.js";

const REMEMBERED_RECORDS = 10_000;
const PROBE_TIMEOUT_MS = 1_000;
/** How long a stop waits for the control plane to take the last records; what it does not take, the next start ships. */
const SHIP_ON_STOP_MS = 3_000;
/** How long a stop still serves what comes on kept connections, and waits for the last bytes to be taken. */
const LAST_REQUESTS_MS = 500;
const LAST_BYTES_MS = 1_000;

/** A start that cannot succeed, in one line for the operator. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

export interface RunningScheduler {
  readonly port: number;
  /** Finishes running answers within the grace, flushes and ships the spool, gives leases back. */
  stop(): Promise<void>;
}

const readKey = (setting: string, path: string, read: (pem: string) => KeyObject): KeyObject => {
  const [key] = readKeys(setting, path, read);
  return key;
};

/** The keys of a file, one after the other: the next one stands beside the present one while they change. */
const readKeys = (setting: string, path: string, read: (pem: string) => KeyObject): [KeyObject, ...KeyObject[]] => {
  try {
    const blocks = readFileSync(path, "utf8").match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/gu) ?? [];
    const [first, ...others] = blocks.map(read);
    if (first !== undefined && [first, ...others].every((key) => key.asymmetricKeyType === "ed25519"))
      return [first, ...others];
  } catch (error) {
    throw new StartFailure(`${setting} does not hold an Ed25519 key in PEM`, { cause: error });
  }
  throw new StartFailure(`${setting} does not hold an Ed25519 key in PEM`);
};

const readTrust = (path: string | null): EndpointTrust => {
  const trust = path === null ? PUBLIC_TRUST : trustWith(readFileSync(path, "utf8"));
  if (trust === null) throw new StartFailure("SOCLE_ENDPOINT_CA_FILE holds no certificate in PEM");
  return trust;
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const code = "code" in error ? String(error.code) : error.message;
      const why = code === "EADDRINUSE" ? "the port is taken" : code;
      reject(new StartFailure(`cannot listen on ${host}:${port}: ${why}`, { cause: error }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** Opens what the scheduler keeps on disk; whatever refuses is named in one line. */
const openState = async (
  config: SchedulerConfig,
  parts: Omit<Parameters<typeof openFileSpool>[0], "stateDir" | "replica">,
) => {
  try {
    const lock = await lockStateDir(config.stateDir);
    const spool = await openFileSpool({ stateDir: config.stateDir, replica: config.replica, ...parts });
    return { lock, spool };
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    const code = "code" in cause ? String(cause.code) : cause.message;
    throw new StartFailure(`SOCLE_STATE_DIR cannot be used: ${code}`, { cause });
  }
};

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((_, count) => resolve(count)));

const untilClosed = async (server: Server, atMostMs: number): Promise<void> => {
  if ((await connectionsOf(server)) === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, atMostMs);
    server.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
};

/**
 * Ends the listener without breaking a request off: requests that come on kept connections are served for a moment more,
 * each answer saying that its connection ends; then new ones are refused; what is idle is closed last.
 */
const closeServer = async (
  front: HttpFront,
  core: Core,
  routes: readonly HttpRoute[],
  graceMs: number,
): Promise<void> => {
  front.drain();
  await untilClosed(front.server, Math.min(LAST_REQUESTS_MS, graceMs / 4));
  await core.drain(graceMs);
  await Promise.all(routes.map((route) => route.close?.() ?? Promise.resolve()));
  front.closeIdle();
  await untilClosed(front.server, LAST_BYTES_MS);
  front.closeAll();
};

/** Puts the parts together and listens. */
export const runScheduler = async (config: SchedulerConfig): Promise<RunningScheduler> => {
  const clock = systemClock;
  const { replica, limits } = config;
  const controlPlaneKeys = readKeys("SOCLE_SNAPSHOT_PUBLIC_KEY_FILE", config.snapshotPublicKeyFile, createPublicKey);
  const privateKey = readKey("SOCLE_SCHEDULER_PRIVATE_KEY_FILE", config.privateKeyFile, createPrivateKey);
  const trust = readTrust(config.endpointCaFile);
  const logger = createLogger({ level: config.logLevel, replica });
  const holder = createEndpointRoster(createSnapshotHolder());
  const observability = await startObservability({ replica, otlpEndpoint: config.otlpEndpoint }, { holder, clock });
  const { telemetry, syncObserver } = observability;
  const { lock, spool } = await openState(config, { clock, logger, telemetry });
  const book = createLeaseBook();
  const slots = createSlotShares({ now: () => clock.monotonic(), after: afterwards });
  observability.observe({ book, spool, slots });
  const activity = createActivityMeter(clock.monotonic());
  const { endpointKey } = config;
  const probe = createProbe(PROBE_TIMEOUT_MS, endpointKey, trust);
  const fleetParts = {
    roster: holder,
    telemetry,
    clock,
    logger,
    probe,
    endpointKey,
    trust,
    random: Math.random,
    slots,
  };
  const running = await startFleet(config, fleetParts);
  const { fleet } = running;
  observability.observeClusters(() => running.clusters());
  const queue = createPlacementQueue(fleet, limits, clock);
  observability.observePools(() =>
    [...(holder.current()?.pools.values() ?? [])].map(({ id, slug }) => ({
      pool: slug,
      shortGpus: queue.shares(id)?.shortGpus() ?? 0,
    })),
  );
  const { controlPlaneUrl } = config;
  const snapshotFolder = join(config.stateDir, "snapshot");
  const sync = await startSync(
    { replica, controlPlaneUrl, privateKey, controlPlaneKeys, snapshotFolder },
    { holder, book, activity, exchanged: { queue, fleet, slots }, spool, clock, logger, observer: syncObserver },
  );
  const upstream = createWireUpstream(limits, endpointKey, clock, {
    authorities: trust,
    onDistrust: (endpoint, cause) => logger.error("endpoint.certificate", { endpoint, cause }),
  });
  const recent = createRecentRecords(REMEMBERED_RECORDS);
  const held = new HeldBytes(limits.maxHeldBytes);
  const core = createCore({
    replica,
    clock,
    holder,
    book,
    supply: sync.supply,
    shares: createLocalShares(),
    forecast: createOutputForecast(),
    queue,
    estimates: createCostEstimates(),
    fleet,
    profile: predictedProfile,
    awaited: new Awaited(),
    promptSalt: { secret: randomInt(2 ** 32 - 1) },
    // Never sent anywhere itself, and the same at all replicas that share it: so that they share a cache.
    cacheSalts: createCacheSalts(privateKey.export({ type: "pkcs8", format: "der" })),
    upstream,
    retries: createRetryBudget(),
    spool,
    recent,
    activity,
    telemetry,
    logger,
    limits,
    held,
  });
  let stopping = false;
  const { submit, listModels, identify, waiting } = core;
  const graphql = graphqlIngress(
    { submit, listModels, identify, waiting, findDecision: (id) => recent.find(id), clock },
    { maxBodyBytes: limits.maxBodyBytes, held, callerStallMs: limits.callerStallMs, logger },
  );
  const state = createStateRoutes({
    replica,
    holder,
    spool,
    stopping: () => stopping,
    metrics: () => observability.metrics(),
    metricsContentType: observability.contentType,
  });
  const fallback = createRestRoutes({ core, clock, limits, held, operations: OPERATIONS });
  const incidents = createIncidentRoute({ replica, identify, clock, held, report: (said) => sync.report(said) });
  const routes = [...state, incidents, ...graphql];
  const front = createHttpServer({ core, clock, limits, held, telemetry, routes, fallback });
  const port = await listen(front.server, config.host, config.port);
  logger.info("listening", { host: config.host, port, epoch: spool.epoch });
  return {
    port,
    async stop() {
      stopping = true;
      logger.info("stopping", { running: core.running() });
      await closeServer(front, core, graphql, limits.stopGraceMs);
      await running.stop();
      await sync.stop(SHIP_ON_STOP_MS);
      await spool.close();
      await upstream.close();
      await observability.stop();
      lock.release();
      logger.info("stopped");
    },
  };
};
