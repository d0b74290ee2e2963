import { INFERENCE_ERRORS } from "@socle/contracts";
import type { DeploymentId } from "@socle/contracts";
import { judge } from "../admission/admit.js";
import type { Candidate, Judged } from "../admission/admit.js";
import type { Grant } from "../admission/fair-share/queue/waiter.js";
import { Relay } from "../dispatch/relay.js";
import type { RelayHost, RelayResult } from "../dispatch/relay.js";
import { identify } from "../identity/identify.js";
import type { Caller, CompiledSnapshot, PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { Submission } from "../kernel/inference.port.js";
import type { Holding } from "../kernel/held-bytes.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { OperationUse } from "../cost/engine-usage.js";
import { gpuSecondsOf } from "../cost/service-cost.js";
import type { Outcome } from "../metering/request-records.js";
import { deliver } from "./answer-delivery.js";
import type { Delivery } from "./answer-delivery.js";
import type { Ask } from "./operations/operation.js";
import type { LifeParts } from "./core.port.js";
import { Placement } from "../placement/placement.js";
import type { Placed } from "../placement/placement.js";
import { EngineStay, explainScores } from "./prompt/engine-stay.js";
import { closeRequest, handOver } from "./request-closing.js";
import type { WatchedSink } from "./watched-sink.js";
import { RequestProgress } from "./request-progress.js";
import type { Held } from "./request-progress.js";
import { reserveWithin } from "./reserve-within.js";
import type { InferenceRequest } from "./submit.port.js";
import { throttledWait } from "../placement/throttled-wait.js";
import { upstreamMessage } from "./upstream-message.js";

/** Status of a request whose caller left before it had one, as nginx logs it. */
const CALLER_LEFT = 499;

const refusedOutcome = ({ code }: InferenceRefusal): Outcome => ({
  outcome: "refused",
  code,
  status: INFERENCE_ERRORS[code].status,
});

/** One request from its body to its record: identify → admit → pick → dispatch → meter. Every path ends in `conclude`. */
export class RequestLife implements Submission {
  private readonly progress: RequestProgress;
  private placement: Placement | null = null;
  private cancelled = false;
  private concluded = false;

  constructor(
    private readonly parts: LifeParts,
    readonly decisionId: string,
    private readonly request: InferenceRequest,
    private readonly sink: WatchedSink,
    private readonly holding: Holding,
  ) {
    this.progress = new RequestProgress(parts, decisionId, request);
  }

  /** Runs the life; `given` refuses it at the door. */
  start(given: InferenceRefusal | null): void {
    try {
      this.enter(given);
    } catch (error) {
      this.fail(error);
    }
  }

  cancel(): void {
    if (this.cancelled || this.concluded) return;
    this.cancelled = true;
    this.placement?.cancel();
    const { relay, begun } = this.progress;
    relay?.cancel();
    const outcome: Outcome = { outcome: "cancelled", code: null, status: begun ? 200 : CALLER_LEFT };
    const used = relay === null ? null : this.progress.used(relay, relay.events?.usage ?? null);
    this.guard(this.conclude(outcome, used));
  }

  resume(): void {
    this.progress.relay?.resume();
  }

  private enter(given: InferenceRefusal | null): void {
    if (!this.parts.spool.writable()) return this.refuseUnrecorded();
    const snapshot = this.parts.holder.current();
    this.progress.snapshot = snapshot;
    if (snapshot !== null) return this.identify(snapshot, given);
    const missing = refusal("snapshot.missing", "The registry has not been received yet.", { retryAfterSeconds: 2 });
    this.refuse(given ?? missing);
  }

  /** The one refusal without a record: the disk takes none. */
  private refuseUnrecorded(): void {
    const full = refusal("spool.full", "Usage cannot be recorded now.", { retryAfterSeconds: 5 });
    this.concluded = true;
    this.progress.trace.end(this.progress.decision(refusedOutcome(full)), null, null);
    this.sink.refuse(full, this.progress.meta());
  }

  private identify(snapshot: CompiledSnapshot, given: InferenceRefusal | null): void {
    const identified = identify(this.request.authorization, snapshot, this.progress.at);
    this.progress.caller = identified.caller;
    this.progress.lap("identify");
    if (given !== null) return this.refuse(given);
    if (!identified.ok) return this.refuse(identified.refusal);
    const { operation, body, contentType } = this.request;
    if (operation === null) return this.refuse(refusal("route.unknown", "Nothing is known by this path."));
    const read = operation.read(body, contentType);
    this.progress.lap("ingress");
    if (!read.ok) return this.refuse(read.refusal);
    this.progress.ask = read.ask;
    this.admit(snapshot, identified.caller, read.ask);
  }

  private judge(snapshot: CompiledSnapshot, caller: Caller, ask: Ask): Judged {
    const { clock, forecast } = this.parts;
    const { operation, labels } = this.request;
    const { outputParam = null, servedBy = null } = operation ?? {};
    const { model, stream, sequences, maxOutputTokens, beyondText, textBytes } = ask;
    const asked = { model, stream, sequences, maxOutputTokens, outputParam, beyondText, textBytes, servedBy };
    return judge(snapshot, caller, { ...asked, labelsHeader: labels }, clock.wall(), forecast);
  }

  private admit(snapshot: CompiledSnapshot, caller: Caller, ask: Ask): void {
    const judged = this.judge(snapshot, caller, ask);
    this.progress.assessment = judged.ok ? judged.candidate : judged.assessment;
    if (judged.ok) return this.guard(this.reserve(caller, judged.candidate, ask));
    this.progress.lap("admit");
    this.refuse(judged.refusal);
  }

  private async reserve(caller: Caller, candidate: Candidate, ask: Ask): Promise<void> {
    const { progress, parts } = this;
    const outcome = await reserveWithin(parts, caller, candidate, () => this.cancelled);
    if (outcome === null) return;
    progress.assessment = { ...candidate, levels: outcome.levels };
    progress.rateLimits = outcome.rateLimits;
    progress.lap("admit");
    if (outcome.kind === "refused") return this.refuse(outcome.refusal);
    progress.held = { caller, candidate: outcome.candidate, reservation: outcome.reservation };
    this.place(progress.held, ask);
  }

  private place(held: Held, ask: Ask): void {
    const { progress, parts } = this;
    const { caller, candidate, reservation } = held;
    const leafId = caller.application.id;
    const stay = new EngineStay(parts.fleet, ask, caller.organisation.id, parts.promptSalt, candidate.deployments);
    const estimate = (deploymentId: DeploymentId): number => {
      const deployment = candidate.deployments.find(({ id }) => id === deploymentId) ?? candidate.deployments[0];
      return deployment === undefined ? 0 : parts.estimates.estimate(leafId, deployment, progress.size(candidate));
    };
    this.placement = new Placement(parts, {
      leafId,
      serviceClass: caller.useCase.serviceClass,
      deployments: candidate.deployments.map(({ id }) => id),
      order: candidate.order,
      ...throttledWait(parts, caller, candidate, reservation),
      sequences: ask.sequences,
      bytes: this.request.body.length,
      estimate,
      asked: ([deploymentId = ""], excluded, again) => stay.asked(deploymentId, excluded, again),
      waiting: (delta) => this.watchWait(delta, caller, candidate, estimate),
      waitsIn: (poolId, delta) => parts.activity.waiting(poolId, progress.nodeIn(poolId), delta),
      cuttable: () => !progress.begun && !this.concluded && progress.relay !== null,
      cut: () => this.cut(),
      placed: (choice, grant) => this.placed(choice, grant, stay, held, ask),
      refused: (refused) => {
        progress.lap("queue");
        progress.standing = this.placement?.standing ?? null;
        this.refuse(refused);
      },
    });
    this.placement.start();
  }

  private watchWait(
    delta: 1 | -1,
    { application, useCase }: Caller,
    { deployments }: Candidate,
    gpuSeconds: (deploymentId: DeploymentId) => number,
  ): void {
    const { waiting } = this.parts;
    const { decisionId } = this;
    if (delta < 0) return waiting.left(useCase.id, decisionId);
    const { id, slug } = application;
    const { serviceClass } = useCase;
    waiting.joined(useCase.id, { decisionId, application: { id, slug }, serviceClass, deployments, gpuSeconds });
  }

  private placed(choice: Placed, grant: Grant, stay: EngineStay, held: Held, ask: Ask): boolean {
    const { progress, parts } = this;
    progress.lap("queue");
    if (this.cancelled || this.concluded) return false;
    progress.grant = grant;
    progress.standing = this.placement?.standing ?? null;
    const found = parts.fleet.find(choice.endpoint.endpointId);
    const no = this.changedMind(choice.endpoint.poolId);
    if (no !== null || found === undefined) {
      this.refuse(no ?? refusal("endpoint.unavailable", "The model server left.", { retryAfterSeconds: 1 }));
      return false;
    }
    parts.retries.earn();
    progress.lap("pick");
    const host = this.hostOf(choice, stay, held, ask);
    progress.relay = new Relay(parts.upstream, host, found, parts.limits.maxAnswerBytes);
    progress.relay.start();
    return true;
  }

  /** Gives up what runs so that a request within its right can: its service so far is charged, its reservation stays. */
  private cut(): void {
    const { progress, parts } = this;
    const { relay, grant } = progress;
    if (relay === null || grant === null) return;
    const gpuSeconds = gpuSecondsOf(progress.cutShort());
    const { poolId } = grant;
    parts.queue.settle(grant, gpuSeconds);
    parts.activity.charge(poolId, progress.nodeIn(poolId), gpuSeconds);
    relay.cancel();
  }

  /** Rules and states are looked at again when the registry changed since: a wait must not outlive a suspension. */
  private changedMind(poolId: string): InferenceRefusal | null {
    const current = this.parts.holder.current();
    const { snapshot, ask } = this.progress;
    if (current === snapshot || current === null || ask === null) return null;
    const identified = identify(this.request.authorization, current, this.parts.clock.wall());
    if (!identified.ok) return identified.refusal;
    const judged = this.judge(current, identified.caller, ask);
    if (!judged.ok) return judged.refusal;
    if (judged.candidate.eligible.some(({ pool }) => pool.id === poolId)) return null;
    return refusal("pool.none_eligible", "The pool may no longer serve this request.", { retryAfterSeconds: 1 });
  }

  private hostOf(choice: Placed, stay: EngineStay, held: Held, ask: Ask): RelayHost {
    const { progress, parts, sink } = this;
    return {
      now: () => progress.now(),
      messageFor: (placed) => upstreamMessage(parts, held, ask, placed),
      hold: (bytes) => this.holding.grow(bytes),
      follow: (contentType) => ask.follow(contentType),
      headers: () => ({ ...progress.trace.upstreamHeaders(), "x-request-id": this.request.requestId }),
      started: (placed) => {
        stay.started(placed.endpoint.id, placed.deployment.id);
        parts.activity.running(placed.pool.id, progress.nodeIn(placed.pool.id), 1);
        this.name(placed, choice);
      },
      finished: ({ endpoint, pool }, health) => {
        parts.activity.running(pool.id, progress.nodeIn(pool.id), -1);
        // Before the fleet wakes who waits: what they may use counts what runs.
        if (progress.grant !== null) parts.queue.vacate(progress.grant);
        stay.finished(endpoint.id, health, progress.relay?.events?.usage?.amounts.outputTokens ?? null);
      },
      another: (excluded, unsent) => this.another(held.candidate, excluded, unsent),
      begin: (head) => {
        progress.begun = true;
        stay.firstByte();
        sink.begin(head, progress.meta());
      },
      data: (piece) => {
        if (progress.grant !== null) parts.queue.progress(progress.grant, progress.expectedCost());
        return sink.splice?.(piece) ?? sink.data(piece.copy());
      },
      holds: () => sink.holds?.() ?? false,
      done: (result) => this.guard(this.finish(result, ask)),
      bug: (error) => this.fail(error),
    };
  }

  /** Writes down which endpoint has the request now. */
  private name({ endpoint, deployment, pool }: PlacedEndpoint, choice: Placed): void {
    this.progress.endpoint = {
      endpointId: endpoint.id,
      deploymentId: deployment.id,
      poolId: pool.id,
      profile: this.parts.profile.name,
      attempts: this.progress.relay?.attempts ?? 1,
      scores: explainScores(choice.scores, choice.request),
    };
  }

  private another(candidate: Candidate, excluded: readonly string[], unsent: boolean): PlacedEndpoint | null {
    const deployments = candidate.deployments.map(({ id }) => id);
    const choice = this.placement?.choose(deployments, excluded, true) ?? null;
    if (choice === null || this.changedMind(choice.endpoint.poolId) !== null) return null;
    if (!unsent && !this.parts.retries.spend()) return null;
    const { grant } = this.progress;
    if (grant !== null) this.progress.grant = this.placement?.move(grant, choice) ?? grant;
    this.parts.telemetry.upstreamRetry(choice.endpoint.endpointId);
    return this.parts.fleet.find(choice.endpoint.endpointId) ?? null;
  }

  private async finish(result: RelayResult, ask: Ask): Promise<void> {
    const { relay, stages, begun } = this.progress;
    if (relay === null) return;
    stages.skip("dispatch", this.progress.now());
    const { delivery, outcome, said, metered } = deliver(result, ask, begun);
    await this.conclude(outcome, metered ? this.progress.used(relay, said) : null, delivery);
  }

  private refuse(refused: InferenceRefusal): void {
    if (this.cancelled) return;
    this.guard(this.conclude(refusedOutcome(refused), null, { kind: "refuse", refusal: refused }));
  }

  /** Settles, writes the record, and only then lets the answer end. */
  private async conclude(outcome: Outcome, used: OperationUse | null, delivery: Delivery | null = null): Promise<void> {
    if (this.concluded) return;
    this.concluded = true;
    const closed = await closeRequest(this.parts, this.progress, outcome, used);
    if (this.cancelled || delivery === null) return this.sink.left();
    handOver(this.sink, this.progress, delivery, closed);
  }

  private guard(work: Promise<void>): void {
    work.catch((error: unknown) => this.fail(error));
  }

  /** Ends in mid-work: what a server has done so far is metered. */
  private giveUp(bug: InferenceRefusal): void {
    this.placement?.cancel();
    const { relay, begun } = this.progress;
    if (relay === null) return this.refuse(bug);
    relay.cancel();
    const status = begun ? 200 : INFERENCE_ERRORS[bug.code].status;
    const used = this.progress.used(relay, relay.events?.usage ?? null);
    const delivery = { kind: begun ? "cut" : "refuse", refusal: bug } as const;
    this.guard(this.conclude({ outcome: "failed", code: bug.code, status }, used, delivery));
  }

  /** A bug of ours: the caller gets an answer, the log gets the place and no text that could hold a prompt. */
  private fail(error: unknown): void {
    const place = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" ").trim() : "";
    const name = error instanceof Error ? error.name : typeof error;
    this.parts.logger.error("request.failed", { decision: this.decisionId, name, place });
    const bug = refusal("internal", "Something went wrong inside the scheduler.");
    if (this.cancelled) return this.sink.left();
    if (!this.concluded) return this.giveUp(bug);
    try {
      const records = { decision: this.progress.decision(refusedOutcome(bug)), usage: null };
      if (this.progress.begun) this.sink.cut(bug, records);
      else this.sink.refuse(bug, this.progress.meta());
    } catch {
      // The sink itself is what failed; its connection times out by its own limits.
      this.parts.logger.error("request.unanswered", { decision: this.decisionId });
    }
  }
}
