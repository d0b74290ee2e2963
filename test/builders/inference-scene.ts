import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeploymentV1, RequestRecordV1, SnapshotV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import { createOutputForecast } from "../../scheduler/src/admission/budgets/output-forecast.js";
import { createLocalShares } from "../../scheduler/src/admission/limits/local-shares.js";
import { createCostEstimates } from "../../scheduler/src/admission/fair-share/queue/cost-estimates.js";
import { DEFAULT_LIMITS } from "../../scheduler/src/config/scheduler-config.js";
import type { SchedulerLimits } from "../../scheduler/src/config/scheduler-config.js";
import { createProbe } from "../../scheduler/src/dispatch/probe-endpoint.js";
import { createRetryBudget } from "../../scheduler/src/dispatch/retry-budget.js";
import { createWireUpstream } from "../../scheduler/src/dispatch/wire/wire-upstream.js";
import { Awaited } from "../../scheduler/src/endpoint-picker/hold-rule/awaited.js";
import { predictedProfile } from "../../scheduler/src/endpoint-picker/predicted-profile.js";
import { createFleet } from "../../scheduler/src/fleet/fleet.js";
import type { GaugeBoard } from "../../scheduler/src/fleet/metrics/gauge-board.js";
import { startHealthProber } from "../../scheduler/src/fleet/health-prober.js";
import { createCore } from "../../scheduler/src/request/create-core.js";
import type { Core } from "../../scheduler/src/request/create-core.js";
import { graphqlIngress } from "../../scheduler/src/ingress/graphql/graphql-ingress.js";
import { createHttpServer } from "../../scheduler/src/ingress/http-server.js";
import type { HttpFront } from "../../scheduler/src/ingress/http-server.js";
import type { Operation } from "../../scheduler/src/request/operations/operation.js";
import { OPERATIONS } from "../../scheduler/src/request/operations/operations.js";
import { createCacheSalts } from "../../scheduler/src/request/prompt/cache-salt.js";
import { createPlacementQueue } from "../../scheduler/src/placement/placement-queue.js";
import { createRestRoutes } from "../../scheduler/src/ingress/rest/rest-routes.js";
import { createActivityMeter } from "../../scheduler/src/kernel/activity-meter.js";
import { HeldBytes } from "../../scheduler/src/kernel/held-bytes.js";
import { systemClock } from "../../scheduler/src/kernel/clock.js";
import { compileSnapshot } from "../../scheduler/src/kernel/snapshot/compile-snapshot.js";
import { createLeaseBook } from "../../scheduler/src/kernel/lease/lease-book.js";
import type { LeaseBook, LeaseSupply } from "../../scheduler/src/kernel/lease/lease-book.port.js";
import { silentLogger } from "../../scheduler/src/kernel/logger.port.js";
import type { Logger } from "../../scheduler/src/kernel/logger.port.js";
import { createSnapshotHolder } from "../../scheduler/src/kernel/snapshot/snapshot-holder.js";
import type { Spool } from "../../scheduler/src/kernel/spool.port.js";
import { silentTelemetry } from "../../scheduler/src/kernel/telemetry.port.js";
import { createRecentRecords } from "../../scheduler/src/metering/recent-records.js";
import { openFileSpool } from "../../scheduler/src/metering/spool/file-spool.js";
import type { OpenFile } from "../../scheduler/src/metering/spool/segment-writer.js";
import { FakeModelServer } from "../fakes/model-server.js";
import { hashOfKey, snapshot } from "./snapshot.builder.js";

export const KEY = "socle_0123456789abcdefghijklmnop";

export const aDeployment = (over: Partial<DeploymentV1> = {}): DeploymentV1 => ({
  id: "deployment",
  poolId: "pool",
  modelId: "model",
  servedName: "model",
  gpusPerReplica: 2,
  profile: {
    alphaSeconds: 0.02,
    betaSeconds: 0.001,
    prefillSecondsPerToken: 0.0001,
    referenceBatch: 10,
    maxSequences: 64,
  },
  price: { inputPerMillion: 1_000_000, outputPerMillion: 3_000_000 },
  energy: { kWhPerMillionTokens: 2, kgCO2eqPerKWh: 0.05, method: "test-1" },
  endpoints: [],
  ...over,
});

/** A snapshot whose one application holds `KEY` and may call the given servers. */
export const aScene = (servers: readonly { readonly url: string }[], over: Partial<SnapshotV1> = {}): SnapshotV1 => {
  const base = snapshot();
  const endpoints = servers.map(({ url }, index) => ({
    id: `endpoint-${index}`,
    url,
    apiKeyVariable: null,
    simulated: true,
  }));
  const expiresAt = Date.now() + 86_400_000;
  return {
    ...base,
    applications: base.applications.map((application) => ({
      ...application,
      keys: [{ id: "key", hash: hashOfKey(KEY), expiresAt, revokedAt: null }],
    })),
    deployments: [aDeployment({ endpoints })],
    ...over,
  };
};

export interface SceneOptions {
  readonly servers?: number;
  readonly limits?: Partial<SchedulerLimits>;
  readonly snapshot?: (base: SnapshotV1) => SnapshotV1;
  readonly openFile?: OpenFile;
  /** What model servers say of themselves; nothing when absent. */
  readonly gauges?: Pick<GaugeBoard, "read">;
  readonly logger?: Logger;
  readonly operations?: readonly Operation[];
  /** What the control plane does when a lease is asked for. */
  readonly refill?: (book: LeaseBook) => boolean;
}

/** A scheduler in this process, in front of scripted model servers, without a control plane. */
export class InferenceScene {
  readonly servers: FakeModelServer[] = [];
  readonly book = createLeaseBook();
  readonly holder = createSnapshotHolder();
  readonly activity = createActivityMeter(0);
  fleet = createFleet(silentTelemetry);
  core!: Core;
  spool!: Spool;
  held!: HeldBytes;
  base = "";
  stateDir = "";
  front!: HttpFront;
  private readonly ends: (() => Promise<void> | void)[] = [];

  static async start(options: SceneOptions = {}): Promise<InferenceScene> {
    const scene = new InferenceScene();
    await scene.open(options);
    return scene;
  }

  private async open(options: SceneOptions): Promise<void> {
    if (options.gauges !== undefined)
      this.fleet = createFleet(silentTelemetry, { clock: systemClock, gauges: options.gauges });
    for (let index = 0; index < (options.servers ?? 1); index += 1) {
      const server = new FakeModelServer();
      await server.start();
      this.servers.push(server);
    }
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.stateDir = await mkdtemp(join(tmpdir(), "socle-scene-"));
    this.spool = await openFileSpool({
      stateDir: this.stateDir,
      replica: "paris-1",
      clock: systemClock,
      logger: silentLogger,
      telemetry: silentTelemetry,
      retryMs: 10,
      ...(options.openFile === undefined ? {} : { openFile: options.openFile }),
    });
    const upstream = createWireUpstream(limits, () => null, systemClock);
    const prober = startHealthProber(
      this.fleet,
      createProbe(500, () => null),
      20,
    );
    const supply: LeaseSupply = {
      refill: (timeoutMs) =>
        options.refill === undefined
          ? new Promise((resolve) => setTimeout(resolve, timeoutMs, false))
          : new Promise((resolve) => setImmediate(() => resolve(options.refill?.(this.book) ?? false))),
    };
    const recent = createRecentRecords(100);
    const held = new HeldBytes(limits.maxHeldBytes);
    this.held = held;
    this.core = createCore({
      replica: "paris-1",
      clock: systemClock,
      holder: this.holder,
      book: this.book,
      supply,
      shares: createLocalShares(),
      forecast: createOutputForecast(),
      queue: createPlacementQueue(this.fleet, limits, systemClock),
      estimates: createCostEstimates(),
      fleet: this.fleet,
      profile: predictedProfile,
      awaited: new Awaited(),
      promptSalt: { secret: 1 },
      cacheSalts: createCacheSalts(Buffer.from("scene")),
      upstream,
      retries: createRetryBudget(),
      spool: this.spool,
      recent,
      activity: this.activity,
      telemetry: silentTelemetry,
      logger: options.logger ?? silentLogger,
      limits,
      held,
    });
    const base = aScene(this.servers);
    this.publish(options.snapshot?.(base) ?? base);
    const fallback = createRestRoutes({
      core: this.core,
      clock: systemClock,
      limits,
      held,
      operations: options.operations ?? OPERATIONS,
    });
    const routes = graphqlIngress(
      { ...this.core, findDecision: (id) => recent.find(id), clock: systemClock },
      { ...limits, held, logger: silentLogger },
    );
    const { core } = this;
    this.front = createHttpServer({
      core,
      clock: systemClock,
      limits,
      held,
      telemetry: silentTelemetry,
      routes,
      fallback,
    });
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.base = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.ends.push(
      () => prober.stop(),
      () => upstream.close(),
      async () => void (await Promise.all(routes.map((route) => route.close?.() ?? Promise.resolve()))),
    );
  }

  private get server(): Server {
    return this.front.server;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The n-th model server. */
  model(index = 0): FakeModelServer {
    const server = this.servers[index];
    if (server === undefined) throw new Error(`there is no model server ${index}`);
    return server;
  }

  publish(next: SnapshotV1): void {
    const compiled = compileBundle(next.policies.files);
    if (!compiled.ok) throw new Error("the scene's rules do not compile");
    this.holder.swap(compileSnapshot(next, compiled.bundle));
  }

  chat(body: string | object, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.base}/v1/chat/completions`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      ...init,
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...init.headers },
    });
  }

  /** Everything spooled so far. */
  async records(): Promise<readonly RequestRecordV1[]> {
    return (await this.spool.next(10_000))?.records ?? [];
  }

  async stop(): Promise<void> {
    const { server } = this;
    const closed = new Promise<void>((resolve) => (server.listening ? server.once("close", resolve) : resolve()));
    this.front.drain();
    this.front.closeAll();
    await closed;
    for (const end of this.ends) await end();
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.spool.close();
    await rm(this.stateDir, { recursive: true, force: true });
  }
}
