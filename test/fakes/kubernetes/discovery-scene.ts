import type { DeploymentV1 } from "@socle/contracts";
import { createProbe } from "../../../scheduler/src/dispatch/probe-endpoint.js";
import { createEndpointRoster } from "../../../scheduler/src/fleet/endpoint-roster.js";
import { createFleet } from "../../../scheduler/src/fleet/fleet.js";
import { startHealthProber } from "../../../scheduler/src/fleet/health-prober.js";
import type { WatchSettings } from "../../../scheduler/src/fleet/kubernetes/keep-watching.js";
import { startKubernetes } from "../../../scheduler/src/fleet/kubernetes/start-kubernetes.js";
import type { KubernetesDiscovery } from "../../../scheduler/src/fleet/kubernetes/start-kubernetes.js";
import { systemClock } from "../../../scheduler/src/kernel/clock.js";
import { silentLogger } from "../../../scheduler/src/kernel/logger.port.js";
import { createSnapshotHolder } from "../../../scheduler/src/kernel/snapshot/snapshot-holder.js";
import { silentTelemetry } from "../../../scheduler/src/kernel/telemetry.port.js";
import { compiled, deployment } from "../../builders/deployment.builder.js";

/** Fast enough for tests, with the proportions of the real ones. */
export const QUICK_WATCH: WatchSettings = {
  firstDelayMs: 20,
  maxDelayMs: 200,
  stableMs: 100,
  silenceMs: 60_000,
  renewMs: 60_000,
};

export interface DiscoveryOptions {
  readonly kubeconfig: string;
  readonly namespace: string | null;
  readonly watch?: Partial<WatchSettings>;
  readonly deployments?: readonly DeploymentV1[];
}

/** The scheduler's discovery with its fleet and health checks, over a snapshot of two deployments without endpoints. */
export class DiscoveryScene {
  readonly fleet = createFleet(silentTelemetry);
  readonly roster = createEndpointRoster(createSnapshotHolder());
  discovery!: KubernetesDiscovery;
  /** Number of endpoints in use after each change of the roster. */
  readonly sizes: number[] = [];
  private prober!: { stop(): void };

  static async start(options: DiscoveryOptions): Promise<DiscoveryScene> {
    const scene = new DiscoveryScene();
    await scene.open(options);
    return scene;
  }

  private async open(options: DiscoveryOptions): Promise<void> {
    const deployments = options.deployments ?? [deployment({ id: "small" }), deployment({ id: "large" })];
    this.roster.swap(compiled({ deployments }));
    this.roster.onSwap((snapshot) => {
      this.fleet.follow(snapshot);
      this.sizes.push(this.inUse().length);
    });
    const probe = createProbe(300, () => null);
    this.prober = startHealthProber(this.fleet, probe, 20);
    const { kubeconfig, namespace } = options;
    this.discovery = await startKubernetes(
      {
        clusters: [{ kind: "kubeconfig", name: "test", files: [kubeconfig], context: null, pools: null }],
        namespace,
        selector: null,
        watch: { ...QUICK_WATCH, ...options.watch },
        health: { reachableMs: 200, unreachableMs: 50 },
      },
      { roster: this.roster, fleet: this.fleet, probe, clock: systemClock, random: Math.random, logger: silentLogger },
    );
  }

  /** Endpoints by deployment, as `deployment url`, healthy or not. */
  inUse(): string[] {
    return this.fleet
      .view(["small", "large"])
      .map(({ endpointId, deploymentId }) => `${deploymentId} ${this.fleet.find(endpointId)?.endpoint.url}`)
      .toSorted();
  }

  healthy(): string[] {
    return this.fleet
      .view(["small", "large"])
      .filter(({ healthy }) => healthy)
      .map(({ endpointId }) => this.fleet.find(endpointId)?.endpoint.url ?? "");
  }

  ids(): string[] {
    return this.fleet.view(["small", "large"]).map(({ endpointId }) => endpointId);
  }

  reachable(): boolean {
    return this.discovery.status().every(({ reachable }) => reachable);
  }

  stop(): void {
    this.discovery.stop();
    this.prober.stop();
  }
}
