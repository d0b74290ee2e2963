import type { DeploymentId } from "@socle/contracts";
import type { WaitQueue, Waiter } from "../admission/wait-queue.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import { pickEndpoint } from "../endpoint-picker/pick-endpoint.js";
import type { PickProfile, ScoredEndpoint } from "../endpoint-picker/picker.port.js";
import type { Fleet } from "../fleet/fleet.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Telemetry } from "../kernel/telemetry.port.js";

export interface Placed {
  readonly endpoint: EndpointView;
  readonly scores: readonly ScoredEndpoint[];
}

export interface PlacementParts {
  readonly fleet: Pick<Fleet, "view">;
  readonly queue: WaitQueue;
  readonly profile: PickProfile;
  readonly telemetry: Telemetry;
}

/** What a placement asks of the request it is for. */
export interface PlacementHost {
  readonly deployments: readonly DeploymentId[];
  readonly sequences: number;
  readonly deadlineMs: number;
  /** A place is there; false when the request no longer wants it. */
  placed(choice: Placed): boolean;
  waiting(delta: 1 | -1): void;
  refused(refusal: InferenceRefusal): void;
}

/**
 * Finds a request its endpoint: at once when one has room and nobody waits for it, otherwise in line until one has or the
 * deadline passes. Nothing is polled: places are offered as they become free.
 */
export class Placement {
  private waiter: Waiter | null = null;
  private timer: NodeJS.Timeout | null = null;
  private position = 0;

  constructor(
    private readonly parts: PlacementParts,
    private readonly host: PlacementHost,
  ) {}

  start(): void {
    const { queue } = this.parts;
    const open = this.host.deployments.filter((id) => queue.isEmpty(id));
    const choice = this.choose(open, []);
    if (choice !== null) return void this.host.placed(choice);
    const gone = this.unavailable();
    if (gone !== null) return this.host.refused(gone);
    this.join();
  }

  /** Another endpoint that has room now. */
  choose(deployments: readonly DeploymentId[], excluded: readonly string[]): Placed | null {
    const views = this.parts.fleet.view(deployments);
    const result = pickEndpoint(this.parts.profile, views, { sequences: this.host.sequences, excluded });
    return result.ok ? { endpoint: result.endpoint, scores: result.scores } : null;
  }

  /** The request no longer wants a place. */
  cancel(): void {
    if (this.waiter === null) return;
    this.parts.queue.leave(this.waiter);
    this.leave();
  }

  private join(): void {
    const waiter: Waiter = {
      deployments: this.host.deployments,
      take: (deploymentId) => {
        const choice = this.choose([deploymentId], []);
        if (choice === null) return "still_full";
        this.leave();
        return this.host.placed(choice) ? "taken" : "gone";
      },
    };
    const position = this.parts.queue.join(waiter);
    if (position === null) return this.host.refused(this.saturated("The line is full."));
    this.position = position;
    this.waiter = waiter;
    this.count(1);
    this.timer = setTimeout(() => {
      this.cancel();
      this.host.refused(this.unavailable() ?? this.saturated(`No place became free in ${this.host.deadlineMs} ms.`));
    }, this.host.deadlineMs);
  }

  /** Why waiting is in vain: every server is gone. */
  private unavailable(): InferenceRefusal | null {
    const endpoints = this.parts.fleet.view(this.host.deployments);
    if (endpoints.some(({ healthy }) => healthy)) return null;
    const message = endpoints.length === 0 ? "No model server is registered." : "No model server answers.";
    return refusal("endpoint.unavailable", message, { retryAfterSeconds: 5 });
  }

  private leave(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waiter = null;
    this.count(-1);
  }

  private count(delta: 1 | -1): void {
    this.host.waiting(delta);
    for (const id of this.host.deployments) this.parts.telemetry.queued(id, delta);
  }

  private saturated(message: string): InferenceRefusal {
    const { queue, fleet } = this.parts;
    const details = {
      position: this.position === 0 ? null : this.position,
      deadlineMs: this.host.deadlineMs,
      deployments: this.host.deployments.map((id) => ({
        deploymentId: id,
        waiting: queue.length(id),
        running: fleet.view([id]).reduce((sum, { running }) => sum + running, 0),
      })),
    };
    return refusal("pool.saturated", `Every eligible model server is full. ${message}`, {
      details,
      retryAfterSeconds: 5,
    });
  }
}
