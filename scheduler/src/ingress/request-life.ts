import type { DecisionV1, NodeId, UsageV1 } from "@socle/contracts";
import { INFERENCE_ERRORS } from "@socle/contracts";
import { judge, reserve, shortfallRefusal } from "../admission/admit.js";
import type { Assessment, Candidate } from "../admission/admit.js";
import { forwardedBody } from "../dispatch/forwarded-body.js";
import { Relay } from "../dispatch/relay.js";
import type { RelayResult } from "../dispatch/relay.js";
import { identify } from "../identity/identify.js";
import type { Caller, CompiledSnapshot, PlacedEndpoint } from "../kernel/compiled-snapshot.js";
import type { AnswerMeta, AnswerSink, InferenceRequest, Submission } from "../kernel/inference.port.js";
import type { LeaseReservation } from "../kernel/lease-book.port.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { RequestTrace } from "../kernel/telemetry.port.js";
import { settledUsage } from "../metering/engine-usage.js";
import type { TokenUsage } from "../metering/engine-usage.js";
import { decisionOf, usageOf } from "../metering/request-records.js";
import type { Outcome, RequestStory } from "../metering/request-records.js";
import { serviceCost, stepSeconds } from "../metering/service-cost.js";
import type { ServiceCost } from "../metering/service-cost.js";
import { StageClock } from "../metering/stage-clock.js";
import { deliver } from "./answer-delivery.js";
import type { Delivery } from "./answer-delivery.js";
import { readChatRequest } from "./chat-request.js";
import type { ChatRequest } from "./chat-request.js";
import { QUEUE_DEADLINE_MS } from "./core.port.js";
import type { CoreParts } from "./core.port.js";
import { Placement } from "./placement.js";
import type { Placed } from "./placement.js";

/** How long an answer's end waits for its record before the caller is told that it cannot be kept. */
const SPOOL_WAIT_MS = 5_000;
/** Status of a request whose caller left before it had one, as nginx logs it. */
const CALLER_LEFT = 499;
const NOTHING: Assessment = { model: null, labels: [], pools: [], levels: [] };

interface Running {
  readonly caller: Caller;
  readonly candidate: Candidate;
  readonly reservation: LeaseReservation;
}

/** One request from its body to its record: identify → admit → pick → dispatch → meter. Every path ends in `conclude`. */
export class RequestLife implements Submission {
  private readonly trace: RequestTrace;
  private readonly stages: StageClock;
  private readonly at: number;
  private snapshot: CompiledSnapshot | null = null;
  private caller: Caller | null = null;
  private chat: ChatRequest | null = null;
  private assessment: Assessment = NOTHING;
  private running: Running | null = null;
  private placement: Placement | null = null;
  private relay: Relay | null = null;
  private endpoint: DecisionV1["endpoint"] = null;
  private cancelled = false;
  private concluded = false;
  private begun = false;

  constructor(
    private readonly parts: CoreParts,
    readonly decisionId: string,
    private readonly request: InferenceRequest,
    private readonly sink: AnswerSink,
  ) {
    this.at = parts.clock.wall();
    const { requestId, traceparent } = request;
    this.trace = parts.telemetry.begin({ decisionId, requestId, traceparent });
    this.stages = new StageClock(request.receivedAt, this.trace);
    this.stages.lap("ingress", this.now());
  }

  /** Runs the life; `given` refuses it at the door. */
  start(given: InferenceRefusal | null): void {
    if (!this.parts.spool.writable()) {
      const full = refusal("spool.full", "Usage cannot be recorded now.", { retryAfterSeconds: 5 });
      this.concluded = true;
      this.trace.end(this.decision({ outcome: "refused", code: full.code, status: 503 }), null, null);
      return this.sink.refuse(full, this.meta());
    }
    this.snapshot = this.parts.holder.current();
    if (given !== null) return this.refuse(given);
    if (this.snapshot === null) {
      const missing = refusal("snapshot.missing", "The registry has not been received yet.", { retryAfterSeconds: 2 });
      return this.refuse(missing);
    }
    this.identify(this.snapshot);
  }

  cancel(): void {
    if (this.cancelled || this.concluded) return;
    this.cancelled = true;
    this.placement?.cancel();
    const relay = this.relay;
    relay?.cancel();
    const outcome: Outcome = { outcome: "cancelled", code: null, status: this.begun ? 200 : CALLER_LEFT };
    const tokens = relay === null ? null : this.tokensOf(relay, relay.events?.usage ?? null);
    void this.conclude(outcome, tokens);
  }

  resume(): void {
    this.relay?.resume();
  }

  private now(): number {
    return this.parts.clock.monotonic();
  }

  private identify(snapshot: CompiledSnapshot): void {
    const identified = identify(this.request.authorization, snapshot, this.at);
    this.caller = identified.caller;
    this.stages.lap("identify", this.now());
    if (!identified.ok) return this.refuse(identified.refusal);
    const read = readChatRequest(this.request.body);
    this.stages.lap("ingress", this.now());
    if (!read.ok) return this.refuse(read.refusal);
    this.chat = read.request;
    this.admit(snapshot, identified.caller, read.request);
  }

  private judge(snapshot: CompiledSnapshot, caller: Caller, chat: ChatRequest): ReturnType<typeof judge> {
    const { model, stream, n, maxOutputTokens, beyondText } = chat;
    const bodyBytes = chat.body.length;
    const asked = { model, stream, n, maxOutputTokens, beyondText, bodyBytes, labelsHeader: this.request.labels };
    return judge(snapshot, caller, asked, this.parts.clock.wall());
  }

  private admit(snapshot: CompiledSnapshot, caller: Caller, chat: ChatRequest): void {
    const judged = this.judge(snapshot, caller, chat);
    this.assessment = judged.ok ? judged.candidate : judged.assessment;
    if (!judged.ok) {
      this.stages.lap("admit", this.now());
      return this.refuse(judged.refusal);
    }
    void this.reserve(caller, judged.candidate, chat);
  }

  /** Reserves at once when the leases held cover it; otherwise waits for the lease client, within bounds. */
  private async reserve(caller: Caller, candidate: Candidate, chat: ChatRequest): Promise<void> {
    const deadline = this.now() + this.parts.limits.leaseWaitMs;
    for (let answered = false; ;) {
      const outcome = reserve(caller, candidate, this.parts.book, this.parts.gauge, this.now());
      this.assessment = { ...candidate, levels: outcome.levels };
      if (outcome.kind === "reserved") {
        this.running = { caller, candidate, reservation: outcome.reservation };
        this.stages.lap("admit", this.now());
        return this.place(caller, candidate, chat);
      }
      const left = deadline - this.now();
      if (outcome.kind === "refused" || outcome.shortfall.kind === "exhausted" || left <= 0) {
        this.stages.lap("admit", this.now());
        const why = (): InferenceRefusal =>
          outcome.kind === "refused" ? outcome.refusal : shortfallRefusal(caller, outcome.shortfall, answered, this.at);
        return this.refuse(why());
      }
      answered = (await this.parts.supply.refill(left)) || answered;
      if (this.cancelled) return;
    }
  }

  private place(caller: Caller, candidate: Candidate, chat: ChatRequest): void {
    const node = this.nodeOf(caller, candidate.deployments[0]?.poolId ?? "");
    this.placement = new Placement(this.parts, {
      deployments: candidate.deployments.map(({ id }) => id),
      sequences: chat.n,
      deadlineMs: QUEUE_DEADLINE_MS[caller.useCase.serviceClass],
      waiting: (delta) => this.parts.activity.waiting(candidate.deployments[0]?.poolId ?? "", node, delta),
      refused: (refused) => {
        this.stages.lap("queue", this.now());
        this.refuse(refused);
      },
      placed: (choice) => this.placed(choice, caller, candidate, chat),
    });
    this.placement.start();
  }

  private nodeOf(caller: Caller, poolId: string): NodeId {
    return this.snapshot?.allocationNode(poolId, caller.path) ?? caller.organisation.id;
  }

  private placed(choice: Placed, caller: Caller, candidate: Candidate, chat: ChatRequest): boolean {
    this.stages.lap("queue", this.now());
    if (this.cancelled || this.concluded) return false;
    const found = this.parts.fleet.find(choice.endpoint.endpointId);
    const no = this.changedMind(choice.endpoint.poolId);
    if (no !== null || found === undefined) {
      this.refuse(no ?? refusal("endpoint.unavailable", "The model server left.", { retryAfterSeconds: 1 }));
      return false;
    }
    this.parts.retries.earn();
    this.stages.lap("pick", this.now());
    this.relay = new Relay(
      this.parts.upstream,
      this.hostOf(choice, caller, candidate, chat),
      found,
      this.parts.limits.maxAnswerBytes,
    );
    this.relay.start();
    return true;
  }

  /** Rules and states are looked at again when the registry changed since: a wait must not outlive a suspension. */
  private changedMind(poolId: string): InferenceRefusal | null {
    const current = this.parts.holder.current();
    if (current === this.snapshot || current === null || this.chat === null) return null;
    const identified = identify(this.request.authorization, current, this.parts.clock.wall());
    if (!identified.ok) return identified.refusal;
    const judged = this.judge(current, identified.caller, this.chat);
    if (!judged.ok) return judged.refusal;
    if (judged.candidate.eligible.some(({ pool }) => pool.id === poolId)) return null;
    return refusal("pool.none_eligible", "The pool may no longer serve this request.", { retryAfterSeconds: 1 });
  }

  private hostOf(
    choice: Placed,
    caller: Caller,
    candidate: Candidate,
    chat: ChatRequest,
  ): ConstructorParameters<typeof Relay>[1] {
    const { fleet, activity } = this.parts;
    const scores = choice.scores.map(({ endpoint, score }) => ({ endpointId: endpoint.endpointId, score }));
    return {
      now: () => this.now(),
      bodyFor: ({ deployment }) => forwardedBody(chat, deployment.servedName, candidate.maxOutputTokens),
      headers: () => ({ ...this.trace.upstreamHeaders(), "x-request-id": this.request.requestId }),
      started: ({ endpoint, deployment, pool }) => {
        fleet.start(endpoint.id, chat.n);
        activity.running(pool.id, this.nodeOf(caller, pool.id), 1);
        const attempts = this.relay?.attempts ?? 1;
        const profile = this.parts.profile.name;
        this.endpoint = {
          endpointId: endpoint.id,
          deploymentId: deployment.id,
          poolId: pool.id,
          profile,
          attempts,
          scores,
        };
      },
      finished: ({ endpoint, pool }, health) => {
        activity.running(pool.id, this.nodeOf(caller, pool.id), -1);
        fleet.finish(endpoint.id, chat.n, health);
      },
      another: (excluded) => this.another(candidate, excluded),
      begin: (head) => {
        this.begun = true;
        this.sink.begin(head, this.meta());
      },
      data: (bytes) => this.sink.data(bytes),
      done: (result) => void this.finish(result),
    };
  }

  private another(candidate: Candidate, excluded: readonly string[]): PlacedEndpoint | null {
    const choice =
      this.placement?.choose(
        candidate.deployments.map(({ id }) => id),
        excluded,
      ) ?? null;
    if (choice === null || this.changedMind(choice.endpoint.poolId) !== null || !this.parts.retries.spend())
      return null;
    this.parts.telemetry.upstreamRetry(choice.endpoint.endpointId);
    return this.parts.fleet.find(choice.endpoint.endpointId) ?? null;
  }

  private async finish(result: RelayResult): Promise<void> {
    if (this.relay === null || this.chat === null || this.running === null) return;
    const relay = this.relay;
    this.stages.skip("dispatch", this.now());
    const { delivery, outcome, said, metered } = deliver(result, this.chat.includeUsage, this.begun);
    const tokens = metered ? this.tokensOf(relay, said) : null;
    await this.conclude(outcome, tokens, delivery);
  }

  private tokensOf(relay: Relay, said: TokenUsage | null): TokenUsage {
    const { bounds } = this.running?.candidate ?? { bounds: { input: 0, output: 0 } };
    const observed = {
      bodyBytes: this.request.body.length,
      outputEvents: this.chat?.stream === true ? (relay.events?.outputEvents ?? 0) : null,
      engineSeconds: (this.now() - (relay.sentAt ?? this.now())) / 1000,
      secondsPerToken: stepSeconds(relay.endpoint.deployment.profile),
    };
    return settledUsage(said, observed, bounds);
  }

  private refuse(refused: InferenceRefusal): void {
    if (this.cancelled) return;
    const outcome: Outcome = { outcome: "refused", code: refused.code, status: INFERENCE_ERRORS[refused.code].status };
    void this.conclude(outcome, null, { kind: "refuse", refusal: refused });
  }

  /** Settles, writes the record, and only then lets the answer end. */
  private async conclude(outcome: Outcome, tokens: TokenUsage | null, delivery: Delivery | null = null): Promise<void> {
    if (this.concluded) return;
    this.concluded = true;
    const placed = this.relay?.endpoint ?? null;
    const cost = tokens === null || placed === null ? null : serviceCost(tokens, placed.deployment);
    this.settle(tokens, cost, placed);
    const story = this.story();
    const decision = decisionOf(story, outcome);
    const firstTokenMs = this.firstByteMs();
    const usage =
      tokens === null || cost === null || placed === null ? null : usageOf(story, placed, tokens, cost, firstTokenMs);
    this.parts.recent.remember({ decision, usage });
    const kept = await this.record(decision, usage);
    this.trace.end(decision, usage, this.interTokenMs(usage));
    if (this.cancelled || delivery === null) return;
    this.handOver(kept ? delivery : this.unkept(), { decision, usage }, cost);
  }

  private settle(tokens: TokenUsage | null, cost: ServiceCost | null, placed: PlacedEndpoint | null): void {
    if (this.running === null) return;
    const { caller, reservation } = this.running;
    this.parts.gauge.leave(caller.limits);
    const actual = {
      token: tokens === null ? 0 : tokens.inputTokens + tokens.outputTokens,
      micro_euro: cost?.costMicroEuro ?? 0,
    };
    this.parts.book.settle(
      reservation,
      caller.budgets.map(({ unit }) => actual[unit]),
    );
    if (placed !== null && cost !== null) {
      this.parts.activity.charge(placed.pool.id, this.nodeOf(caller, placed.pool.id), cost.gpuSeconds);
    }
  }

  /** Resolves `false` when the record could not be put on disk in time; it stays with the spool, which tries on. */
  private async record(decision: DecisionV1, usage: UsageV1 | null): Promise<boolean> {
    const written = this.parts.spool.append({ decision, usage }).then(
      () => true,
      () => false,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), SPOOL_WAIT_MS);
    });
    const kept = await Promise.race([written, late]);
    clearTimeout(timer);
    return kept;
  }

  private unkept(): Delivery {
    const full = refusal("spool.full", "Usage of this answer could not be recorded.", { retryAfterSeconds: 5 });
    return this.begun ? { kind: "cut", refusal: full } : { kind: "refuse", refusal: full };
  }

  private handOver(
    delivery: Delivery,
    records: { decision: DecisionV1; usage: UsageV1 | null },
    cost: ServiceCost | null,
  ): void {
    const { sink } = this;
    switch (delivery.kind) {
      case "refuse":
        return sink.refuse(delivery.refusal, this.meta());
      case "cut":
        return sink.cut(delivery.refusal, records);
      case "events":
        for (const chunk of delivery.last(cost)) sink.data(chunk);
        return sink.end(records);
      case "whole": {
        const body = delivery.body(cost);
        const { status, contentType } = delivery;
        sink.begin({ status, contentType, stream: false, contentLength: body.length }, this.meta());
        sink.data(body);
        return sink.end(records);
      }
    }
  }

  private meta(): AnswerMeta {
    const pool = this.endpoint === null ? null : (this.snapshot?.pools.get(this.endpoint.poolId) ?? null);
    return {
      requestId: this.request.requestId,
      decisionId: this.decisionId,
      poolId: pool?.id ?? null,
      poolSlug: pool?.slug ?? null,
      overhead: this.stages.overhead(),
    };
  }

  private firstByteMs(): number | null {
    const at = this.relay?.firstByteAt ?? null;
    return at === null ? null : at - this.request.receivedAt;
  }

  private interTokenMs(usage: UsageV1 | null): number | null {
    const { firstByteAt, lastByteAt } = this.relay ?? { firstByteAt: null, lastByteAt: null };
    if (usage === null || usage.outputTokens < 2 || firstByteAt === null || lastByteAt === null) return null;
    return this.chat?.stream === true ? (lastByteAt - firstByteAt) / (usage.outputTokens - 1) : null;
  }

  private decision(outcome: Outcome): DecisionV1 {
    return decisionOf(this.story(), outcome);
  }

  private story(): RequestStory {
    const { at, decisionId, snapshot, caller, endpoint } = this;
    const sent = this.relay?.sentAt ?? null;
    const first = this.relay?.firstByteAt ?? null;
    return {
      decisionId,
      at,
      snapshot,
      caller,
      requestedModel: this.chat?.model ?? null,
      ...this.assessment,
      stream: this.chat?.stream ?? false,
      endpoint,
      overhead: this.stages.overhead(),
      firstByteMs: first === null || sent === null ? null : first - sent,
      totalMs: this.now() - this.request.receivedAt,
    };
  }
}
