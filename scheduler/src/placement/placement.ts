import type {
  ApplicationV1,
  DecisionId,
  DeploymentId,
  DeploymentV1,
  FairnessLevelV1,
  PoolId,
  ServiceClass,
  UseCaseV1,
} from "@socle/contracts";
import type { Candidate } from "../admission/admit.js";
import type { CostEstimates, RequestSize } from "../admission/fair-share/queue/cost-estimates.js";
import type { CutServer } from "../admission/fair-share/queue/cut-batch.js";
import type { FairQueues } from "../admission/fair-share/queue/fair-queues.port.js";
import { TIME_TO_LIVE_MS } from "../admission/fair-share/queue/ticket.js";
import type { QueueRefusal } from "../admission/fair-share/queue/ticket.js";
import type { Grant, Waiter } from "../admission/fair-share/queue/waiter.js";
import type { EndpointView } from "../endpoint-picker/fleet-view.js";
import type { CallerActivity } from "../kernel/activity-meter.js";
import type { QueueStanding } from "../kernel/inference.port.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import { EndpointChoice } from "./endpoint-choice.js";
import type { ChoiceParts } from "./endpoint-choice.js";
import { saturated, serversGone } from "./no-place.js";
import type { Askable, Placed } from "./placed.js";
import type { ThrottledWait } from "./throttled-wait.js";
import type { WaitingRequests } from "./waiting-requests.js";

export interface PlacementParts extends ChoiceParts {
  readonly queue: FairQueues<Placed>;
  readonly estimates: Pick<CostEstimates, "estimate" | "rendered">;
  readonly waiting: Pick<WaitingRequests, "joined" | "left">;
  readonly telemetry: Pick<Telemetry, "queued">;
}

/** What a place is sought for: the same however often it is cut. */
export interface Seeker {
  readonly decisionId: DecisionId;
  readonly caller: {
    readonly application: Pick<ApplicationV1, "id" | "slug">;
    readonly useCase: Pick<UseCaseV1, "id" | "serviceClass">;
  };
  readonly candidate: Pick<Candidate, "deployments" | "order">;
  /** What the fair queue may know of it before it runs. */
  readonly size: RequestSize;
  /** Memory that it holds while it waits. */
  readonly bytes: number;
  readonly stay: Askable;
  readonly throttled: ThrottledWait | null;
  readonly activity: Pick<CallerActivity, "waiting">;
}

/** What a request is told of its place, and asked when others need it. */
export interface PlacementHost {
  /** A place is there and charged; false when the request no longer wants it. */
  placed(choice: Placed): boolean;
  refused(refusal: InferenceRefusal): void;
  /** Nothing of its answer has reached its caller. */
  cuttable(): boolean;
  /** Gives up what runs, and its place by `giveUp`; the placement then seeks another. */
  cut(): void;
}

/**
 * A request's place: at once when an endpoint has room and nobody goes before it, otherwise in line until its turn comes or
 * the deadline passes; then what it holds in its pool's account, until that is settled. Nothing is polled: the queue calls
 * the members of `Waiter` as places become free.
 */
export class Placement implements Waiter<Placed> {
  readonly leafId: string;
  readonly serviceClass: ServiceClass;
  readonly deployments: readonly DeploymentId[];
  readonly sequences: number;
  readonly bytes: number;
  readonly cut = {
    server: (): CutServer | null => (this.host.cuttable() ? this.healthyServer() : null),
    now: (): (() => void) => {
      this.host.cut();
      return () => this.start();
    },
  };
  private readonly choice: EndpointChoice;
  private stood: QueueStanding | null = null;
  private grant: Grant | null = null;
  private runsOn: EndpointView | null = null;
  private timer: NodeJS.Timeout | null = null;
  private again: NodeJS.Timeout | null = null;

  constructor(
    private readonly parts: PlacementParts,
    private readonly seeker: Seeker,
    private readonly host: PlacementHost,
  ) {
    const { caller, candidate, stay } = seeker;
    this.leafId = caller.application.id;
    this.serviceClass = caller.useCase.serviceClass;
    this.deployments = candidate.deployments.map(({ id }) => id);
    this.sequences = seeker.size.sequences;
    this.bytes = seeker.bytes;
    this.choice = new EndpointChoice(parts, this.leafId, stay, candidate.order);
  }

  /** Where it stood in line when it joined; `null` when it did not have to. */
  get standing(): QueueStanding | null {
    return this.stood;
  }

  /** The accounts it was charged to, from the leaf to the root, as they were before; empty while it has no place. */
  get levels(): readonly FairnessLevelV1[] {
    return this.grant?.levels ?? [];
  }

  /** Seeks a place. */
  start(): void {
    const joined = this.parts.queue.join(this);
    if (joined.kind === "served") return;
    const gone = this.unavailable();
    if (joined.kind === "refused" || gone !== null) this.cancel();
    if (joined.kind === "refused") return this.host.refused(gone ?? this.saturated(joined.reason));
    if (gone !== null) return this.host.refused(gone);
    const { position, predictedWaitMs } = joined;
    this.stood = { position, predictedWaitMs };
    this.count(1);
    this.timer = setTimeout(() => this.late(), TIME_TO_LIVE_MS[this.serviceClass]);
  }

  /** The request no longer wants a place. */
  cancel(): void {
    this.parts.queue.leave(this);
    this.leave();
  }

  /** An endpoint that may serve the request after it failed on others; nothing is charged yet. */
  elsewhere(excluded: readonly string[]): Placed | null {
    return this.choice.elsewhere(this.deployments, excluded);
  }

  /** The request goes to another endpoint than it was given first. */
  move({ endpoint }: Placed): void {
    if (this.grant === null) return;
    this.runsOn = endpoint;
    this.grant = this.parts.queue.move(this.grant, this, endpoint.deploymentId);
  }

  /** What it is charged by the service that it has had so far. */
  serve(gpuSeconds: number): void {
    if (this.grant !== null) this.parts.queue.progress(this.grant, gpuSeconds);
  }

  /** It no longer runs: its place is free before anybody is woken. */
  vacate(): void {
    if (this.grant !== null) this.parts.queue.vacate(this.grant);
  }

  /** The service it had in truth; 0 when it never ran. */
  settle(gpuSeconds: number): void {
    if (this.grant !== null) this.parts.queue.settle(this.grant, gpuSeconds);
  }

  /** Settles the place that it has; it has none from here on. */
  giveUp(gpuSeconds: number): void {
    const { grant } = this;
    this.grant = null;
    if (grant !== null) this.parts.queue.settle(grant, gpuSeconds);
  }

  estimate(deploymentId: DeploymentId): number {
    const deployment = this.deployment(deploymentId);
    return deployment === null ? 0 : this.parts.estimates.estimate(this.leafId, deployment, this.seeker.size);
  }

  startsAt(deploymentId: DeploymentId): number {
    const deployment = this.deployment(deploymentId);
    return deployment === null ? 0 : this.parts.estimates.rendered(deployment, this.seeker.size, 0);
  }

  choose(deployments: readonly DeploymentId[]): Placed | null {
    const allowed = this.seeker.throttled?.allowed(deployments) ?? deployments;
    if (allowed.length < deployments.length && !this.anyRoom(allowed)) {
      this.comeBack(deployments);
      return null;
    }
    return this.choice.held(deployments, allowed);
  }

  anyRoom(deployments: readonly DeploymentId[]): boolean {
    return this.choice.open(deployments).length > 0;
  }

  urgency(choice: Placed): number {
    return this.choice.urgency(choice);
  }

  waitsIn(poolId: PoolId, delta: 1 | -1): void {
    this.seeker.activity.waiting(poolId, delta);
  }

  turnedAway(reason: QueueRefusal): void {
    this.leave();
    this.host.refused(this.saturated(reason));
  }

  placed(choice: Placed, grant: Grant): boolean {
    this.leave();
    this.runsOn = choice.endpoint;
    this.grant = grant;
    return this.host.placed(choice);
  }

  private deployment(deploymentId: DeploymentId): DeploymentV1 | null {
    const { deployments } = this.seeker.candidate;
    return deployments.find(({ id }) => id === deploymentId) ?? deployments[0] ?? null;
  }

  /** Its class's time is over. */
  private late(): void {
    this.cancel();
    const held = this.seeker.throttled?.heldBack()?.refusal ?? null;
    this.host.refused(this.unavailable() ?? held ?? this.saturated("deadline_passed"));
  }

  /** What it would give up is of use where its server takes others. */
  private healthyServer(): CutServer | null {
    const { runsOn } = this;
    if (runsOn === null) return null;
    const there = this.parts.fleet
      .view([runsOn.deploymentId])
      .find(({ healthy, endpointId }) => healthy && endpointId === runsOn.endpointId);
    return there === undefined ? null : { endpointId: there.endpointId, free: there.maxSequences - there.running };
  }

  /** What holds it back ends by itself: the line is looked at again then. */
  private comeBack(deployments: readonly DeploymentId[]): void {
    const inMs = this.seeker.throttled?.heldBack()?.inMs ?? Infinity;
    if (this.again !== null || inMs === Infinity) return;
    this.again = setTimeout(() => {
      this.again = null;
      for (const id of deployments) this.parts.queue.wake(id);
    }, inMs);
  }

  /** It no longer stands in line. */
  private leave(): void {
    if (this.again !== null) clearTimeout(this.again);
    this.again = null;
    this.choice.left();
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.count(-1);
  }

  /** Those who look at the lines see it, or no longer. */
  private count(delta: 1 | -1): void {
    const { decisionId, candidate } = this.seeker;
    const { application, useCase } = this.seeker.caller;
    const { waiting, telemetry } = this.parts;
    if (delta < 0) waiting.left(useCase.id, decisionId);
    else {
      const { id, slug } = application;
      const gpuSeconds = (deploymentId: DeploymentId): number => this.estimate(deploymentId);
      const { serviceClass } = this;
      const { deployments } = candidate;
      waiting.joined(useCase.id, { decisionId, application: { id, slug }, serviceClass, deployments, gpuSeconds });
    }
    for (const id of this.deployments) telemetry.queued(id, delta);
  }

  private unavailable(): InferenceRefusal | null {
    return serversGone(this.parts.fleet, this.deployments);
  }

  private saturated(reason: QueueRefusal): InferenceRefusal {
    return saturated(this.parts, this.deployments, this.serviceClass, this.stood, reason);
  }
}
