import type { DecisionV1, PoolId } from "@socle/contracts";
import { settledUsage } from "../cost/engine-usage.js";
import type { OperationUse } from "../cost/engine-usage.js";
import { stepSeconds } from "../cost/service-cost.js";
import type { AnswerStream } from "../dispatch/answer-stream.port.js";
import { Relay } from "../dispatch/relay.js";
import type { RelayHost, RelayResult } from "../dispatch/relay.js";
import type { UpstreamAttempt, UpstreamListener, UpstreamMessage } from "../dispatch/upstream.port.js";
import type { AttemptHealth } from "../fleet/fleet.js";
import type { Holding } from "../kernel/held-bytes.js";
import type { AnswerHead } from "../kernel/inference.port.js";
import type { Piece } from "../kernel/piece.js";
import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { RequestTrace } from "../kernel/telemetry.port.js";
import type { Placed } from "../placement/placed.js";
import type { Placement } from "../placement/placement.js";
import type { Admitted } from "./admitted.js";
import type { CoreParts } from "./core.port.js";
import { explainScores } from "./prompt/engine-stay.js";
import type { WatchedSink } from "./watched-sink.js";

/** Tokens of an answer between two tellings of its service. */
const TOLD_EVERY = 8;

type RunParts = Pick<
  CoreParts,
  "cacheSalts" | "clock" | "estimates" | "fleet" | "limits" | "profile" | "retries" | "telemetry" | "upstream"
>;

/** A request that has its place, and where its answer goes. */
export interface Dispatch {
  readonly requestId: string;
  readonly trace: RequestTrace;
  readonly admitted: Admitted;
  readonly placement: Placement;
  readonly sink: WatchedSink;
  readonly holding: Holding;
}

/** What a run tells and asks the request's life. */
export interface RunHost {
  /** A first byte of a stream arrived. */
  begin(head: AnswerHead): void;
  /** Rules still let it go there. */
  mayUse(poolId: PoolId): boolean;
  done(result: RelayResult): void;
  bug(error: unknown): void;
}

/** A request at its model servers: from the place that it was given to the end of its answer, or until it is given up. */
export class EndpointRun implements RelayHost {
  private readonly relay: Relay;
  private explained: DecisionV1["endpoint"] = null;
  /** Tokens of the answer when its service was last told. */
  private toldAt = 0;

  constructor(
    private readonly parts: RunParts,
    private readonly dispatch: Dispatch,
    private readonly choice: Placed,
    first: PlacedEndpoint,
    private readonly host: RunHost,
  ) {
    this.relay = new Relay(parts.clock, this, first, parts.limits.maxAnswerBytes);
  }

  /** Which endpoint has the request now, and why. */
  get explanation(): DecisionV1["endpoint"] {
    return this.explained;
  }

  get placed(): PlacedEndpoint {
    return this.relay.endpoint;
  }

  /** Monotonic times; `null` until they happen. */
  get times(): Pick<Relay, "sentAt" | "firstByteAt"> {
    return this.relay;
  }

  start(): void {
    this.relay.start();
  }

  resume(): void {
    this.relay.resume();
  }

  cancel(): void {
    this.relay.cancel();
  }

  /** What to charge, from the engine's word or from what was seen. */
  used(said: OperationUse | null): OperationUse {
    const { ask, candidate } = this.dispatch.admitted;
    const { events, sentAt, endpoint } = this.relay;
    const now = this.parts.clock.monotonic();
    const observed = {
      bodyBytes: ask.textBytes,
      outputEvents: ask.stream ? (events?.outputEvents ?? 0) : null,
      engineSeconds: (now - (sentAt ?? now)) / 1000,
      secondsPerToken: stepSeconds(endpoint.deployment.profile),
    };
    return settledUsage(said, observed, candidate.bounds);
  }

  /** The same of an answer that is not whole. */
  usedSoFar(): OperationUse {
    return this.used(this.relay.events?.usage ?? null);
  }

  /** Mean time between two of the tokens of a stream; `null` where there is none. */
  interTokenMs(tokens: number): number | null {
    const { firstByteAt, lastByteAt } = this.relay;
    if (tokens < 2 || firstByteAt === null || lastByteAt === null) return null;
    return this.dispatch.admitted.ask.stream ? (lastByteAt - firstByteAt) / (tokens - 1) : null;
  }

  send(placed: PlacedEndpoint, listener: UpstreamListener): UpstreamAttempt {
    const { trace, requestId, admitted } = this.dispatch;
    const { endpoint, deployment, pool } = placed;
    admitted.stay.started(endpoint.id, deployment.id);
    admitted.activity.running(pool.id, 1);
    this.explained = {
      endpointId: endpoint.id,
      deploymentId: deployment.id,
      poolId: pool.id,
      profile: this.parts.profile.name,
      attempts: this.relay.attempts,
      scores: explainScores(this.choice.scores, this.choice.request),
    };
    const headers = { ...trace.upstreamHeaders(), "x-request-id": requestId };
    return this.parts.upstream.send(placed, this.messageFor(placed), headers, listener);
  }

  finished({ endpoint, pool }: PlacedEndpoint, health: AttemptHealth): void {
    const { admitted, placement } = this.dispatch;
    admitted.activity.running(pool.id, -1);
    // Before the fleet wakes who waits: what they may use counts what runs.
    placement.vacate();
    admitted.stay.finished(endpoint.id, health, this.relay.events?.usage?.amounts ?? null);
  }

  another(excluded: readonly string[], unsent: boolean): PlacedEndpoint | null {
    const { fleet, retries, telemetry } = this.parts;
    const { placement } = this.dispatch;
    const choice = placement.elsewhere(excluded);
    if (choice === null || !this.host.mayUse(choice.endpoint.poolId)) return null;
    if (!unsent && !retries.spend()) return null;
    placement.move(choice);
    telemetry.upstreamRetry(choice.endpoint.endpointId);
    return fleet.find(choice.endpoint.endpointId) ?? null;
  }

  follow(contentType: string): AnswerStream | null {
    return this.dispatch.admitted.ask.follow(contentType);
  }

  hold(bytes: number): boolean {
    return this.dispatch.holding.grow(bytes);
  }

  begin(head: AnswerHead): void {
    this.host.begin(head);
    this.dispatch.admitted.stay.firstByte();
  }

  data(piece: Piece): boolean {
    this.tellService();
    return this.dispatch.sink.splice(piece);
  }

  holds(): boolean {
    return this.dispatch.sink.holds();
  }

  done(result: RelayResult): void {
    this.host.done(result);
  }

  bug(error: unknown): void {
    this.host.bug(error);
  }

  /** With the organisation's part of the prefix cache where a server is known to take one. */
  private messageFor({ endpoint, deployment }: PlacedEndpoint): UpstreamMessage {
    const { fleet, cacheSalts } = this.parts;
    const { ask, caller, candidate } = this.dispatch.admitted;
    const salted = fleet.engineOf(endpoint.id) === "vllm";
    return ask.forwarded({
      servedName: deployment.servedName,
      maxOutputTokens: candidate.maxOutputTokens,
      cacheSalt: salted ? (own) => cacheSalts.saltOf(caller.organisation.id, own) : null,
    });
  }

  /** Where the queue learns of service while an answer streams, every some tokens. */
  private tellService(): void {
    const output = this.relay.events?.outputEvents ?? 0;
    if (output < this.toldAt + TOLD_EVERY) return;
    this.toldAt = output;
    const { admitted, placement } = this.dispatch;
    placement.serve(this.parts.estimates.rendered(this.relay.endpoint.deployment, admitted.size, output));
  }
}
