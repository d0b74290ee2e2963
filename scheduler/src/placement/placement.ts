import type { DeploymentId } from "@socle/contracts";
import type { FairQueues } from "../admission/fair-share/queue/fair-queues.port.js";
import { TIME_TO_LIVE_MS } from "../admission/fair-share/queue/ticket.js";
import type { QueueRefusal } from "../admission/fair-share/queue/ticket.js";
import type { Grant, Waiter } from "../admission/fair-share/queue/waiter.js";
import type { EndpointView, PickRequest } from "../endpoint-picker/fleet-view.js";
import { chooseFor, heldKey, openEndpoints } from "../endpoint-picker/hold-rule/hold-rule.js";
import type { Held } from "../endpoint-picker/hold-rule/hold-rule.js";
import { pickEndpoint } from "../endpoint-picker/pick-endpoint.js";
import type { PickProfile, ScoredEndpoint } from "../endpoint-picker/picker.port.js";
import type { Fleet } from "../fleet/fleet.js";
import type { Clock } from "../kernel/clock.js";
import type { QueueStanding } from "../kernel/inference.port.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Telemetry } from "../kernel/telemetry.port.js";

export interface Placed {
  readonly endpoint: EndpointView;
  /** What the choice knew of the request. */
  readonly request: PickRequest;
  readonly scores: readonly ScoredEndpoint[];
}

export interface PlacementParts {
  readonly fleet: Pick<Fleet, "view">;
  readonly queue: FairQueues<Placed>;
  readonly profile: PickProfile;
  readonly telemetry: Telemetry;
  readonly clock: Pick<Clock, "monotonic">;
}

/** What keeps a request from places that are free. */
export interface HeldBack {
  readonly refusal: InferenceRefusal;
  /** Milliseconds after which it may be otherwise; `Infinity` when time alone changes nothing. */
  readonly inMs: number;
}

/** What a placement asks of the request it is for. */
export interface PlacementHost extends Pick<
  Waiter<Placed>,
  "leafId" | "serviceClass" | "deployments" | "sequences" | "bytes" | "estimate" | "waitsIn"
> {
  /** What a picker may know of it now; `again` after it failed somewhere. */
  asked(deployments: readonly DeploymentId[], excluded: readonly string[], again: boolean): PickRequest;
  /** A place is there and charged; false when the request no longer wants it. */
  placed(choice: Placed, grant: Grant): boolean;
  waiting(delta: 1 | -1): void;
  /** Those of the deployments that it may go to now. */
  allowed(among: readonly DeploymentId[]): readonly DeploymentId[];
  /** Deployments of the pools that a rule prefers, before those of the others; `null` when it may be any. */
  readonly order: readonly (readonly DeploymentId[])[] | null;
  /** Why it may go nowhere now, though there may be room; `null` when it may. */
  heldBack(): HeldBack | null;
  /** Nothing of its answer has reached its caller. */
  cuttable(): boolean;
  /** Gives up what runs and settles what it used; the placement then finds it another place. */
  cut(): void;
  refused(refusal: InferenceRefusal): void;
}

const inOnePool = (a: EndpointView, b: EndpointView): boolean => a.poolId === b.poolId;

const WHY: Readonly<Record<QueueRefusal, string>> = {
  queue_full: "No more can be kept waiting here, and what waits for you is furthest beyond your right.",
  share_of_queue_full: "More waits than can be served in time, and what waits for you is furthest beyond your right.",
  unknown_node: "No line takes this application.",
  deadline_passed: "No place became free in time.",
};

/**
 * Finds a request its endpoint: at once when one has room and nobody goes before it, otherwise in line until its turn
 * comes or the deadline passes. Nothing is polled: places are offered as they become free.
 */
export class Placement {
  private readonly waiter: Waiter<Placed>;
  private readonly since: number;
  private timer: NodeJS.Timeout | null = null;
  private again: NodeJS.Timeout | null = null;
  private runsOn: EndpointView | null = null;
  /** Where it stood in line when it joined; `null` when it did not have to. */
  standing: QueueStanding | null = null;

  constructor(
    private readonly parts: PlacementParts,
    private readonly host: PlacementHost,
  ) {
    this.since = parts.clock.monotonic();
    const { leafId, serviceClass, deployments, sequences, bytes } = host;
    this.waiter = {
      leafId,
      serviceClass,
      deployments,
      sequences,
      bytes,
      estimate: (deploymentId) => host.estimate(deploymentId),
      waitsIn: (poolId, delta) => host.waitsIn?.(poolId, delta),
      turnedAway: (reason) => {
        this.leave();
        host.refused(this.saturated(reason));
      },
      choose: (among) => this.chooseWaiting(among),
      anyRoom: (among) => openEndpoints(parts.profile, parts.fleet.view(among)).length > 0,
      urgency: ({ endpoint, request, scores }) =>
        heldKey({ ok: true, endpoint, scores }, this.held(request).waitedSeconds),
      cut: {
        possible: () => host.cuttable() && this.runsInHealth(),
        now: () => {
          host.cut();
          this.start();
        },
      },
      placed: (choice, grant) => {
        this.leave();
        this.runsOn = choice.endpoint;
        return host.placed(choice, grant);
      },
    };
  }

  start(): void {
    const joined = this.parts.queue.join(this.waiter);
    if (joined.kind === "served") return;
    const gone = this.unavailable();
    if (joined.kind === "refused") return this.host.refused(gone ?? this.saturated(joined.reason));
    if (gone !== null) {
      this.parts.queue.leave(this.waiter);
      return this.host.refused(gone);
    }
    const { position, predictedWaitMs } = joined;
    this.standing = { position, predictedWaitMs };
    this.count(1);
    this.timer = setTimeout(() => {
      this.cancel();
      const held = this.host.heldBack()?.refusal ?? null;
      this.host.refused(this.unavailable() ?? held ?? this.saturated("deadline_passed"));
    }, TIME_TO_LIVE_MS[this.host.serviceClass]);
  }

  /** What it would give up is of use: its server takes others. */
  private runsInHealth(): boolean {
    const { runsOn } = this;
    if (runsOn === null) return false;
    const there = this.parts.fleet.view([runsOn.deploymentId]);
    return there.some(({ endpointId, healthy }) => healthy && endpointId === runsOn.endpointId);
  }

  private held(request: PickRequest): Held {
    return { request, waitedSeconds: (this.parts.clock.monotonic() - this.since) / 1000 };
  }

  /** Where it goes as the hold rule says; `null` while it waits. */
  private chooseWaiting(deployments: readonly DeploymentId[]): Placed | null {
    const { profile, fleet } = this.parts;
    const allowed = this.host.allowed(deployments);
    const views = fleet.view(allowed);
    const open = openEndpoints(profile, views);
    if (open.length === 0) {
      if (allowed.length < deployments.length) this.comeBack(deployments);
      return null;
    }
    const request = this.host.asked(deployments, [], false);
    const [among = open] = this.inOrder(open);
    const rivals = among === open ? views : views.filter((view) => among.some((each) => inOnePool(each, view)));
    const choice = chooseFor(profile, rivals, among, this.held(request));
    return choice === null ? null : { endpoint: choice.endpoint, scores: choice.scores, request };
  }

  /** The endpoints pool by pool, preferred ones first and none empty; all of them at once where no rule prefers any. */
  private inOrder(endpoints: readonly EndpointView[]): readonly (readonly EndpointView[])[] {
    const { order } = this.host;
    if (order === null) return [endpoints];
    return order
      .map((ids) => endpoints.filter(({ deploymentId }) => ids.includes(deploymentId)))
      .filter((group) => group.length > 0);
  }

  /** What holds it back ends by itself: the line is looked at again then. */
  private comeBack(deployments: readonly DeploymentId[]): void {
    const inMs = this.host.heldBack()?.inMs ?? Infinity;
    if (this.again !== null || inMs === Infinity) return;
    this.again = setTimeout(() => {
      this.again = null;
      for (const id of deployments) this.parts.queue.wake(id);
    }, inMs);
  }

  /** An endpoint that has room now, or that may serve it `again` after it failed elsewhere. */
  choose(deployments: readonly DeploymentId[], excluded: readonly string[], again = false): Placed | null {
    const request = this.host.asked(deployments, excluded, again);
    for (const views of this.inOrder(this.parts.fleet.view(deployments))) {
      const result = pickEndpoint(this.parts.profile, views, request);
      if (result.ok) return { endpoint: result.endpoint, scores: result.scores, request };
    }
    return null;
  }

  /** The request goes to another endpoint than it was given first. */
  move(grant: Grant, choice: Placed): Grant {
    this.runsOn = choice.endpoint;
    return this.parts.queue.move(grant, this.waiter, choice.endpoint.deploymentId);
  }

  /** The request no longer wants a place. */
  cancel(): void {
    this.parts.queue.leave(this.waiter);
    this.leave();
  }

  /** Why waiting is in vain: every server is gone. */
  private unavailable(): InferenceRefusal | null {
    const endpoints = this.parts.fleet.view(this.host.deployments);
    if (endpoints.some(({ healthy }) => healthy)) return null;
    const message = endpoints.length === 0 ? "No model server is registered." : "No model server answers.";
    return refusal("endpoint.unavailable", message, { retryAfterSeconds: 5 });
  }

  private leave(): void {
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.count(-1);
  }

  private count(delta: 1 | -1): void {
    this.host.waiting(delta);
    for (const id of this.host.deployments) this.parts.telemetry.queued(id, delta);
  }

  private saturated(reason: QueueRefusal): InferenceRefusal {
    const { queue, fleet } = this.parts;
    const details = {
      reason,
      position: this.standing?.position ?? null,
      deadlineMs: TIME_TO_LIVE_MS[this.host.serviceClass],
      deployments: this.host.deployments.map((id) => ({
        deploymentId: id,
        waiting: queue.length(id),
        running: fleet.view([id]).reduce((sum, { running }) => sum + running, 0),
      })),
    };
    return refusal("pool.saturated", `Every eligible model server is full. ${WHY[reason]}`, {
      details,
      retryAfterSeconds: 5,
    });
  }
}
