import { INFERENCE_ERRORS } from "@socle/contracts";
import type { PoolId } from "@socle/contracts";
import { judge } from "../admission/admit.js";
import type { Assessment, Candidate } from "../admission/admit.js";
import { settle } from "../admission/budgets/reserve.js";
import type { OperationUse } from "../cost/engine-usage.js";
import { gpuSecondsOf, serviceCost } from "../cost/service-cost.js";
import type { RelayResult } from "../dispatch/relay.js";
import { identify } from "../identity/identify.js";
import type { Holding } from "../kernel/held-bytes.js";
import type { AnswerHead, Submission } from "../kernel/inference.port.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Caller, CompiledSnapshot } from "../kernel/snapshot/compiled-snapshot.js";
import type { RequestTrace } from "../kernel/telemetry.port.js";
import { decisionOf } from "../metering/request-records.js";
import type { Outcome } from "../metering/request-records.js";
import { StageClock } from "../metering/stage-clock.js";
import type { Placed } from "../placement/placed.js";
import { Placement } from "../placement/placement.js";
import type { PlacementHost } from "../placement/placement.js";
import { admittedOf } from "./admitted.js";
import type { Admitted } from "./admitted.js";
import { failedAnswer } from "./failed-answer.js";
import type { LifeParts } from "./core.port.js";
import { askedOf, changedMind } from "./changed-mind.js";
import { CutAttempts } from "./cut-attempts.js";
import { EndpointRun } from "./endpoint-run.js";
import type { RunHost } from "./endpoint-run.js";
import { next } from "./life-state.js";
import type { LifeState } from "./life-state.js";
import type { Ask } from "./operations/operation.js";
import { closeRequest, handOver, servedAnswer } from "./request-closing.js";
import type { Delivery } from "./request-closing.js";
import { metaOf, storyOf } from "./request-story.js";
import type { RequestFacts } from "./request-story.js";
import { reserveWithin } from "./reserve-within.js";
import type { InferenceRequest } from "./submit.port.js";
import type { WatchedSink } from "./watched-sink.js";

/** Status of a request whose caller left before it had one, as nginx logs it. */
const CALLER_LEFT = 499;

const refusedOutcome = ({ code }: InferenceRefusal): Outcome => ({
  outcome: "refused",
  code,
  status: INFERENCE_ERRORS[code].status,
});

/**
 * One request from its body to its record: identify → admit → place → dispatch → meter. Each step writes its own facts, which
 * nobody else writes, and calls the next; every path ends in `close`.
 */
export class RequestLife implements Submission, RequestFacts, PlacementHost, RunHost {
  readonly at: number;
  readonly trace: RequestTrace;
  readonly stages: StageClock;
  snapshot: CompiledSnapshot | null = null;
  caller: Caller | null = null;
  ask: Ask | null = null;
  assessment: Assessment = { model: null, labels: [], pools: [], levels: [] };
  ceilings: RequestFacts["ceilings"] = null;
  admitted: Admitted | null = null;
  placement: Placement | null = null;
  run: EndpointRun | null = null;
  readonly cuts = new CutAttempts();
  private state: LifeState = "received";
  private callerLeft = false;

  constructor(
    private readonly parts: LifeParts,
    readonly decisionId: string,
    readonly request: InferenceRequest,
    private readonly sink: WatchedSink,
    private readonly holding: Holding,
  ) {
    const { requestId, traceparent, receivedAt, operation } = request;
    this.at = parts.clock.wall();
    this.trace = parts.telemetry.begin({ decisionId, requestId, traceparent, operation: operation?.name ?? null });
    this.stages = new StageClock(parts.clock, receivedAt, this.trace);
    this.stages.lap("ingress");
  }

  /** Runs the life; `given` refuses it at the door. */
  start(given: InferenceRefusal | null): void {
    try {
      this.receive(given);
    } catch (error) {
      this.fail(error);
    }
  }

  cancel(): void {
    if (this.callerLeft || this.state === "closed") return;
    this.callerLeft = true;
    this.placement?.cancel();
    this.run?.cancel();
    const outcome: Outcome = { outcome: "cancelled", code: null, status: this.sink.begun ? 200 : CALLER_LEFT };
    this.close(outcome, this.run?.usedSoFar() ?? null, null);
  }

  resume(): void {
    this.run?.resume();
  }

  private receive(given: InferenceRefusal | null): void {
    if (!this.parts.spool.writable()) return this.refuseUnrecorded();
    this.snapshot = this.parts.holder.current();
    if (this.snapshot !== null) return this.identify(this.snapshot, given);
    const missing = refusal("snapshot.missing", "The registry has not been received yet.", { retryAfterSeconds: 2 });
    this.refuse(given ?? missing);
  }

  private identify(snapshot: CompiledSnapshot, given: InferenceRefusal | null): void {
    const identified = identify(this.request.authorization, snapshot, this.at);
    this.caller = identified.caller;
    this.stages.lap("identify");
    if (given !== null) return this.refuse(given);
    if (!identified.ok) return this.refuse(identified.refusal);
    this.read(snapshot, identified.caller);
  }

  private read(snapshot: CompiledSnapshot, caller: Caller): void {
    const { operation, body, contentType } = this.request;
    if (operation === null) return this.refuse(refusal("route.unknown", "Nothing is known by this path."));
    const read = operation.read(body, contentType);
    this.stages.lap("ingress");
    if (!read.ok) return this.refuse(read.refusal);
    this.ask = read.ask;
    this.judge(snapshot, caller, read.ask);
  }

  private judge(snapshot: CompiledSnapshot, caller: Caller, ask: Ask): void {
    const { clock, forecast } = this.parts;
    const judged = judge(snapshot, caller, askedOf(this.request, ask), clock.wall(), forecast);
    this.assessment = judged.ok ? judged.candidate : judged.assessment;
    if (judged.ok) {
      this.state = next(this.state, "admitted");
      return this.guard(this.reserve(snapshot, caller, ask, judged.candidate));
    }
    this.stages.lap("admit");
    this.refuse(judged.refusal);
  }

  private async reserve(snapshot: CompiledSnapshot, caller: Caller, ask: Ask, judged: Candidate): Promise<void> {
    const { parts } = this;
    const outcome = await reserveWithin(parts, caller, judged, () => this.state === "closed");
    if (outcome === null) return;
    // The caller may have left since the reservation was made.
    if (this.state === "closed") return void (outcome.kind === "reserved" && settle(parts, outcome.reservation, null));
    this.ceilings = outcome;
    this.stages.lap("admit");
    if (outcome.kind === "refused") return this.refuse(outcome.refusal);
    const { decisionId, request } = this;
    this.admitted = admittedOf(parts, { decisionId, caller, ask, bytes: request.body.length }, snapshot, outcome);
    this.place(this.admitted);
  }

  private place(admitted: Admitted): void {
    this.state = next(this.state, "waiting");
    this.placement = new Placement(this.parts, admitted, this);
    this.placement.start();
  }

  /** Of `PlacementHost`. */
  placed(choice: Placed): boolean {
    const { admitted, placement, parts, sink, holding, trace } = this;
    this.stages.lap("queue");
    if (this.state === "closed" || admitted === null || placement === null) return false;
    const first = parts.fleet.find(choice.endpoint.endpointId);
    const no = this.changedMind(admitted.ask, choice.endpoint.poolId);
    if (no !== null || first === undefined) {
      this.refuse(no ?? refusal("endpoint.unavailable", "The model server left.", { retryAfterSeconds: 1 }));
      return false;
    }
    parts.retries.earn();
    this.stages.lap("pick");
    const { requestId } = this.request;
    this.state = next(this.state, "dispatched");
    const dispatch = { requestId, trace, admitted, placement, sink, holding };
    this.run = new EndpointRun(parts, dispatch, choice, first, this);
    this.run.start();
    return true;
  }

  refused(refused: InferenceRefusal): void {
    this.stages.lap("queue");
    this.refuse(refused);
  }

  cuttable(): boolean {
    return this.state === "dispatched";
  }

  /** Gives up what runs so that a request within its right can: its service so far is charged, its reservation stays. */
  cut(): void {
    const { run, placement, admitted } = this;
    if (run === null || placement === null || admitted === null) return;
    const { pool, deployment } = run.placed;
    const cost = serviceCost(run.usedSoFar().amounts, deployment);
    const gpuSeconds = gpuSecondsOf(cost);
    this.stages.skip("dispatch");
    this.cuts.add(run.placed, cost, run.explanation);
    this.run = null;
    this.state = next(this.state, "waiting");
    placement.giveUp(gpuSeconds);
    admitted.activity.charge(pool.id, gpuSeconds);
    run.cancel();
  }

  /** Of `RunHost`. */
  begin(head: AnswerHead): void {
    this.state = next(this.state, "streaming");
    this.sink.begin(head, metaOf(this));
  }

  mayUse(poolId: PoolId): boolean {
    return this.ask !== null && this.changedMind(this.ask, poolId) === null;
  }

  done(result: RelayResult): void {
    const { run, ask } = this;
    if (run === null || ask === null) return;
    this.stages.skip("dispatch");
    const answered = result.kind === "stream" || result.kind === "whole";
    const ended = answered ? servedAnswer(result, ask) : failedAnswer(result, this.sink.begun);
    const { delivery, outcome, said, metered } = ended;
    this.close(outcome, metered ? run.used(said) : null, delivery);
  }

  bug(error: unknown): void {
    this.fail(error);
  }

  private changedMind(ask: Ask, poolId: PoolId): InferenceRefusal | null {
    return changedMind(this.parts, this.snapshot, this.request, ask, poolId);
  }

  private refuse(refused: InferenceRefusal): void {
    const application = this.caller?.application.slug ?? null;
    this.parts.alarms.refused({ decisionId: this.decisionId, application, pools: this.assessment.pools });
    this.close(refusedOutcome(refused), null, { kind: "refuse", refusal: refused });
  }

  /** The one refusal without a record: the disk takes none. */
  private refuseUnrecorded(): void {
    const full = refusal("spool.full", "Usage cannot be recorded now.", { retryAfterSeconds: 5 });
    this.state = next(this.state, "closed");
    this.trace.end(decisionOf(storyOf(this), refusedOutcome(full)), null, null);
    this.sink.refuse(full, metaOf(this));
  }

  /** Ends it once, whatever comes after; `delivery`: what is left to give the caller, `null` when nobody is there. */
  private close(outcome: Outcome, used: OperationUse | null, delivery: Delivery | null): void {
    if (this.state === "closed") return;
    this.state = next(this.state, "closed");
    this.guard(this.meter(outcome, used, delivery));
  }

  /** Settles, writes the record, and only then lets the answer end. */
  private async meter(outcome: Outcome, used: OperationUse | null, delivery: Delivery | null): Promise<void> {
    const closed = await closeRequest(this.parts, this, outcome, used);
    if (delivery === null) return this.sink.left();
    handOver(this.sink, metaOf(this), delivery, closed);
  }

  private guard(work: Promise<void>): void {
    work.catch((error: unknown) => this.fail(error));
  }

  /** A bug of ours: the caller gets an answer, the log gets the place and no text that could hold a prompt. */
  private fail(error: unknown): void {
    const place = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" ").trim() : "";
    const name = error instanceof Error ? error.name : typeof error;
    this.parts.logger.error("request.failed", { decision: this.decisionId, name, place });
    const bug = refusal("internal", "Something went wrong inside the scheduler.");
    if (this.callerLeft) return this.sink.left();
    if (this.state !== "closed") return this.giveUp(bug);
    try {
      const records = { decision: decisionOf(storyOf(this), refusedOutcome(bug)), usage: null };
      if (this.sink.begun) this.sink.cut(bug, records);
      else this.sink.refuse(bug, metaOf(this));
    } catch {
      // The sink itself is what failed; its connection times out by its own limits.
      this.parts.logger.error("request.unanswered", { decision: this.decisionId });
    }
  }

  /** Ends in mid-work: what a server has done so far is metered. */
  private giveUp(bug: InferenceRefusal): void {
    this.placement?.cancel();
    const { run } = this;
    if (run === null) return this.refuse(bug);
    run.cancel();
    const { begun } = this.sink;
    const status = begun ? 200 : INFERENCE_ERRORS[bug.code].status;
    const delivery = { kind: begun ? "cut" : "refuse", refusal: bug } as const;
    this.close({ outcome: "failed", code: bug.code, status }, run.usedSoFar(), delivery);
  }
}
