import { callableModels } from "../admission/admit.js";
import { identify } from "../identity/identify.js";
import type { Identification } from "../identity/identify.js";
import type { AnswerSink, ListModels, Submission } from "../kernel/inference.port.js";
import type { Holding } from "../kernel/held-bytes.js";
import { memoryFull, refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import { Slots } from "../kernel/slots.js";
import type { Slotted } from "../kernel/slots.js";
import { Alarms } from "./alarms.js";
import type { CoreParts } from "./core.port.js";
import { RequestLife } from "./request-life.js";
import { createWaitingRequests } from "../placement/waiting-requests.js";
import type { WaitingReads } from "../placement/waiting-requests.js";
import type { InferenceRequest, Submit } from "./submit.port.js";
import { WatchedSink } from "./watched-sink.js";

/** The entries of every ingress, and what an orderly stop needs. */
export interface Core {
  readonly submit: Submit;
  /** Records a request that an ingress refuses before it has a body, and hands the refusal to the sink. */
  readonly turnAway: (request: InferenceRequest, refused: InferenceRefusal, sink: AnswerSink) => Submission;
  readonly listModels: ListModels;
  /** Who holds the key now. */
  readonly identify: (authorization: string | null) => Identification;
  /** Who waits in line now. */
  readonly waiting: WaitingReads;
  /**
   * New requests are refused from now on; what still runs after `graceMs` is cancelled. Resolves when all records are on
   * disk, or some seconds later when the disk takes none.
   */
  drain(graceMs: number): Promise<void>;
  /** Requests whose record is not written yet. */
  running(): number;
}

/** How long a stop waits for the records of requests that it cancelled. */
const RECORDS_MS = 5_000;

const MISSING = refusal("snapshot.missing", "The registry has not been received yet.", { retryAfterSeconds: 2 });

const STOPPING = refusal("scheduler.stopping", "This replica is stopping.", { retryAfterSeconds: 1 });

/** A request that has not ended. */
interface Running extends Slotted {
  readonly life: RequestLife;
  /** Memory of its body and of its answer, where that is gathered. */
  readonly holding: Holding;
}

/** Puts the steps of a request's life behind one entry. Places that become free go to whose turn it is. */
export const createCore = (parts: CoreParts): Core => {
  const { replica, spool, holder, clock, fleet, queue, upstream } = parts;
  const waiting = createWaitingRequests(queue, clock);
  const lifeParts = { ...parts, waiting, alarms: new Alarms(parts.logger, clock) };
  const running = new Slots<Running>();
  let counter = 0;
  let stopping = false;
  let drained: (() => void) | null = null;
  fleet.onRoom((deploymentId) => queue.wake(deploymentId));
  fleet.onEjected(({ deployment }) => queue.wake(deployment.id));
  holder.onSwap((snapshot) => {
    upstream.keepOnly(new Set([...snapshot.endpoints.values()].map(({ endpoint }) => endpoint.url)));
    fleet.follow(snapshot);
    queue.follow(snapshot.source);
    for (const { id } of snapshot.source.deployments) queue.wake(id);
    waiting.registryChanged();
  });

  const leave = (ended: Running): void => {
    running.remove(ended);
    ended.holding.release();
    if (running.size === 0) drained?.();
  };

  const untilNoneRuns = async (atMostMs: number): Promise<void> => {
    if (running.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      drained = resolve;
      timer = setTimeout(resolve, atMostMs);
    });
    clearTimeout(timer);
  };

  const open = (request: InferenceRequest, refused: InferenceRefusal | null, sink: AnswerSink): Submission => {
    counter += 1;
    const decisionId = `${replica}-${spool.epoch.toString(36)}-${counter.toString(36)}`;
    const watched = new WatchedSink(sink, () => leave(entry));
    const holding = parts.held.open();
    const life = new RequestLife(lifeParts, decisionId, request, watched, holding);
    const entry: Running = { life, holding, slot: -1 };
    running.add(entry);
    life.start(stopping ? STOPPING : (refused ?? (holding.grow(request.body.length) ? null : memoryFull())));
    return {
      decisionId,
      resume: () => life.resume(),
      cancel: () => life.cancel(),
    };
  };

  const whoHolds = (authorization: string | null): Identification => {
    const snapshot = holder.current();
    if (snapshot === null) return { ok: false, refusal: MISSING, caller: null };
    return identify(authorization, snapshot, clock.wall());
  };

  return {
    submit: (request, sink) => open(request, null, sink),
    turnAway: (request, refused, sink) => open(request, refused, sink),
    identify: whoHolds,
    waiting,
    listModels(authorization) {
      const snapshot = holder.current();
      const identified = whoHolds(authorization);
      if (!identified.ok || snapshot === null) {
        return { ok: false, refusal: identified.ok ? MISSING : identified.refusal };
      }
      const models = callableModels(snapshot, identified.caller).flatMap(({ names, model }) =>
        names.map((name) => ({
          name,
          publisher: model.publisher,
          contextWindow: model.contextWindow,
          sunset: model.sunset ?? null,
        })),
      );
      return { ok: true, models };
    },
    running: () => running.size,
    async drain(graceMs) {
      stopping = true;
      await untilNoneRuns(graceMs);
      for (const { life } of running) life.cancel();
      await untilNoneRuns(RECORDS_MS);
    },
  };
};
