import type { Amounts, DecisionV1, NodeId, UsageV1 } from "@socle/contracts";
import type { Assessment, Candidate } from "../admission/admit.js";
import type { Reservation } from "../admission/budgets/reserve.js";
import type { RequestSize } from "../admission/fair-share/queue/cost-estimates.js";
import type { Grant } from "../admission/fair-share/queue/waiter.js";
import type { Relay } from "../dispatch/relay.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { AnswerMeta, QueueStanding, RateLimitState } from "../kernel/inference.port.js";
import type { RequestTrace } from "../kernel/telemetry.port.js";
import { settledUsage } from "../cost/engine-usage.js";
import type { OperationUse } from "../cost/engine-usage.js";
import { decisionOf, usageOf } from "../metering/request-records.js";
import type { Outcome, RequestStory } from "../metering/request-records.js";
import { serviceCost, stepSeconds } from "../cost/service-cost.js";
import { StageClock } from "../metering/stage-clock.js";
import type { Ask } from "./operations/operation.js";
import type { CoreParts } from "./core.port.js";
import { CutAttempts } from "./cut-attempts.js";
import type { Used } from "./cut-attempts.js";
import type { InferenceRequest } from "./submit.port.js";

/** Tokens of an answer between two estimates of what it will cost. */
const EXPECTED_EVERY = 16;

/** What an admitted request holds until it ends. */
export interface Held {
  readonly caller: Caller;
  readonly candidate: Candidate;
  readonly reservation: Reservation;
}

/** What has become of a request so far: filled in step by step, read when its record is written. */
export class RequestProgress {
  readonly trace: RequestTrace;
  readonly stages: StageClock;
  /** Wall time of arrival: decides the budget's period. */
  readonly at: number;
  snapshot: CompiledSnapshot | null = null;
  caller: Caller | null = null;
  ask: Ask | null = null;
  assessment: Assessment = { model: null, labels: [], pools: [], levels: [] };
  held: Held | null = null;
  /** Its place in the account of the pool that serves it. */
  grant: Grant | null = null;
  /** Where it stood in line; `null` when it did not wait. */
  standing: QueueStanding | null = null;
  rateLimits: RateLimitState | null = null;
  relay: Relay | null = null;
  readonly cuts = new CutAttempts();
  endpoint: DecisionV1["endpoint"] = null;
  /** Tokens of the answer when its cost was last estimated. */
  private expectedAt = 0;
  /** The caller has the head of its answer. */
  begun = false;

  constructor(
    private readonly parts: Pick<CoreParts, "clock" | "telemetry" | "estimates">,
    readonly decisionId: string,
    readonly request: InferenceRequest,
  ) {
    this.at = parts.clock.wall();
    const { requestId, traceparent, receivedAt, operation } = request;
    this.trace = parts.telemetry.begin({ decisionId, requestId, traceparent, operation: operation?.name ?? null });
    this.stages = new StageClock(receivedAt, this.trace);
    this.stages.lap("ingress", this.now());
  }

  now(): number {
    return this.parts.clock.monotonic();
  }

  lap(stage: keyof AnswerMeta["overhead"]): void {
    this.stages.lap(stage, this.now());
  }

  /** Node whose right in a pool the request uses. */
  nodeIn(poolId: string): NodeId {
    const organisation = this.caller?.organisation.id ?? "";
    return this.snapshot?.allocationNode(poolId, this.caller?.path ?? []) ?? organisation;
  }

  /** What to charge, from the engine's word or from what was seen. */
  used(relay: Relay, said: OperationUse | null): OperationUse {
    const observed = {
      bodyBytes: this.ask?.textBytes ?? 0,
      outputEvents: this.ask?.stream === true ? (relay.events?.outputEvents ?? 0) : null,
      engineSeconds: (this.now() - (relay.sentAt ?? this.now())) / 1000,
      secondsPerToken: stepSeconds(relay.endpoint.deployment.profile),
    };
    return settledUsage(said, observed, this.held?.candidate.bounds ?? { inputTokens: 0, outputTokens: 0 });
  }

  /** What the fair queue may know of the request before it runs. */
  size(candidate: Candidate): RequestSize {
    return { bodyBytes: this.ask?.textBytes ?? 0, bounds: candidate.bounds, sequences: this.ask?.sequences ?? 1 };
  }

  /** GPU-seconds a stream will probably have cost, each time it has brought some tokens more; 0 in between. */
  expectedCost(): number {
    const output = this.relay?.events?.outputEvents ?? 0;
    if (this.relay === null || this.held === null || output < this.expectedAt + EXPECTED_EVERY) return 0;
    this.expectedAt = output;
    const { caller, candidate } = this.held;
    const { deployment } = this.relay.endpoint;
    return this.parts.estimates.revise(caller.application.id, deployment, this.size(candidate), output);
  }

  meta(): AnswerMeta {
    const pool = this.endpoint === null ? null : (this.snapshot?.pools.get(this.endpoint.poolId) ?? null);
    return {
      requestId: this.request.requestId,
      decisionId: this.decisionId,
      poolId: pool?.id ?? null,
      poolSlug: pool?.slug ?? null,
      queue: this.standing,
      overhead: this.stages.overhead(),
      rateLimits: this.rateLimits,
      sunset: this.held?.candidate.model.model.sunset ?? null,
      notices: this.held?.candidate.notices ?? [],
    };
  }

  decision(outcome: Outcome): DecisionV1 {
    return decisionOf(this.story(), outcome);
  }

  usage(used: Used | null): UsageV1 | null {
    if (used === null) return null;
    const firstByteAt = this.relay?.firstByteAt ?? null;
    const firstTokenMs = firstByteAt === null ? null : firstByteAt - this.request.receivedAt;
    return usageOf(this.story(), used, firstTokenMs);
  }

  /** What runs so far is given up: its service stays counted, the request has no server any more. */
  cutShort(): Amounts {
    if (this.relay === null) throw new Error("nothing runs that could be cut");
    const { endpoint, events } = this.relay;
    const cost = serviceCost(this.used(this.relay, events?.usage ?? null).amounts, endpoint.deployment);
    this.stages.skip("dispatch", this.now());
    this.cuts.add(endpoint, cost);
    this.relay = null;
    this.grant = null;
    return cost;
  }

  /** Mean time between two tokens of a stream. */
  interTokenMs(usage: UsageV1 | null): number | null {
    const { firstByteAt, lastByteAt } = this.relay ?? { firstByteAt: null, lastByteAt: null };
    const tokens = usage?.quantities.outputTokens ?? 0;
    if (tokens < 2 || firstByteAt === null || lastByteAt === null) return null;
    return this.ask?.stream === true ? (lastByteAt - firstByteAt) / (tokens - 1) : null;
  }

  private story(): RequestStory {
    const { at, decisionId, snapshot, caller, endpoint, ask } = this;
    const sent = this.relay?.sentAt ?? null;
    const first = this.relay?.firstByteAt ?? null;
    return {
      decisionId,
      at,
      snapshot,
      caller,
      requestedModel: ask?.model ?? null,
      ...this.assessment,
      stream: ask?.stream ?? false,
      endpoint,
      fairness: this.grant?.levels ?? [],
      cuts: this.cuts.count,
      overhead: this.stages.overhead(),
      firstByteMs: first === null || sent === null ? null : first - sent,
      totalMs: this.now() - this.request.receivedAt,
    };
  }
}
