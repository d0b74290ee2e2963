import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { EndpointView, PickRequest } from "../endpoint-picker/fleet-view.js";
import { systemClock } from "../kernel/clock.js";
import type { CompiledSnapshot, PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import { reconcile } from "./endpoint-state.js";
import type { EndpointState } from "./endpoint-state.js";
import { viewOf } from "./endpoint-view.js";
import { afterwards } from "./fleet-senses.js";
import type { FleetSenses } from "./fleet-senses.js";
import { tryLastResorts } from "./health/last-resort.js";
import { NO_WORK } from "./own-load/endpoint-work.js";
import type { Stay, Work } from "./own-load/endpoint-work.js";
import { createPromptKnowledge } from "./own-load/prompt-knowledge.js";
import type { Answer, Prompt } from "./own-load/prompt-knowledge.js";

/** How an attempt on an endpoint ended, as far as its health goes. */
export type AttemptHealth = "good" | "bad" | "unknown";

export interface EndpointAccount {
  readonly dispatched: number;
  readonly finished: number;
}

export interface EndpointRunning {
  readonly placed: PlacedEndpoint;
  readonly running: number;
  /** Nothing new goes there. */
  readonly leaving: boolean;
}

/** The endpoints this replica may call: what runs on them, which are ejected. */
export interface Fleet {
  /** Follows a new snapshot. */
  follow(snapshot: Pick<CompiledSnapshot, "endpoints">): void;
  /** Endpoints of some deployments as they are now. */
  view(deployments: readonly DeploymentId[]): readonly EndpointView[];
  find(endpointId: EndpointId): PlacedEndpoint | undefined;
  /** Kind of a model server, as its metrics were last read; `null` before. */
  engineOf(endpointId: EndpointId): string | null;
  /** Sequences this replica ever gave an endpoint and ever saw end there. */
  account(endpointId: EndpointId): EndpointAccount | undefined;
  /** What a picker may know of a prompt now: cached tokens on each endpoint, expected output. */
  asked(prompt: Prompt, deploymentId: DeploymentId): PickRequest;
  /** What the request would bring to an endpoint. */
  workOn(endpointId: EndpointId, request: PickRequest): Work;
  start(endpointId: EndpointId, sequences: number, work?: Work, blocks?: readonly number[]): Stay | null;
  /** The first byte of an answer: its prompt is computed. */
  firstByte(stay: Stay | null): void;
  /** `answer`: what the engine said of it, where it did. */
  finish(
    endpointId: EndpointId,
    sequences: number,
    health: AttemptHealth,
    stay?: Stay | null,
    answer?: Answer | null,
  ): void;
  ejected(): readonly PlacedEndpoint[];
  /** Everything that runs here, on endpoints that are named no more too. */
  uses(): readonly EndpointRunning[];
  /** A probe was answered. */
  restore(endpointId: EndpointId): void;
  /** Calls `listener` with a deployment whose endpoints may have room again. */
  onRoom(listener: (deploymentId: DeploymentId) => void): void;
  /** Calls `listener` when an endpoint is ejected. */
  onEjected(listener: (placed: PlacedEndpoint) => void): void;
}

export const createFleet = (
  telemetry: Telemetry,
  senses: FleetSenses = { clock: systemClock, after: afterwards },
): Fleet => {
  const states = new Map<EndpointId, EndpointState>();
  const byDeployment = new Map<DeploymentId, EndpointState[]>();
  const roomListeners: ((deploymentId: DeploymentId) => void)[] = [];
  const ejectionListeners: ((placed: PlacedEndpoint) => void)[] = [];
  const prompts = createPromptKnowledge();
  /** Where each stay began: an endpoint's name may mean another server by the time the answer ends. */
  const placeOf = new WeakMap<Stay, EndpointState>();
  const now = (): number => senses.clock.monotonic();

  const announceRoom = (deploymentId: DeploymentId): void => {
    for (const listener of roomListeners) listener(deploymentId);
  };

  const peersOf = ({ placed }: EndpointState): readonly EndpointState[] => byDeployment.get(placed.deployment.id) ?? [];

  const eject = (state: EndpointState): void => {
    state.shown = null;
    state.healthy = false;
    tryLastResorts(peersOf(state));
    prompts.forget(state.placed.endpoint.id);
    telemetry.endpointHealth(state.placed.endpoint.id, false);
    for (const listener of ejectionListeners) listener(state.placed);
  };

  const takeBack = (state: EndpointState): void => {
    state.shown = null;
    state.healthy = true;
    state.outlier.forgive();
    tryLastResorts(peersOf(state));
    state.warmSince = now();
    telemetry.endpointHealth(state.placed.endpoint.id, true);
  };

  const judge = (state: EndpointState, health: AttemptHealth): void => {
    if (health === "unknown") return;
    const outlying = state.outlier.judge(health === "bad");
    if (state.healthy) {
      if (outlying) eject(state);
      return;
    }
    // An answer says as much as one to a probe.
    if (health === "good" && state.lastResort) takeBack(state);
    else tryLastResorts(peersOf(state));
  };

  const drop = (endpointId: EndpointId): void => {
    states.delete(endpointId);
    prompts.forget(endpointId);
  };

  const look = (state: EndpointState): EndpointView => viewOf(state, senses, now());

  senses.slots?.onChange(() => {
    for (const state of states.values()) state.shown = null;
    for (const id of byDeployment.keys()) announceRoom(id);
  });

  return {
    follow(snapshot) {
      reconcile(states, snapshot.endpoints, now());
      byDeployment.clear();
      for (const state of states.values()) {
        if (state.leaving) continue;
        const { id } = state.placed.deployment;
        byDeployment.set(id, [...(byDeployment.get(id) ?? []), state]);
      }
      for (const peers of byDeployment.values()) tryLastResorts(peers);
      prompts.keepOnly(states, byDeployment);
      for (const id of byDeployment.keys()) announceRoom(id);
    },
    view(deployments) {
      const at = now();
      const views: EndpointView[] = [];
      for (const id of deployments) {
        for (const state of byDeployment.get(id) ?? []) views.push(viewOf(state, senses, at));
      }
      return views;
    },
    find: (endpointId) => states.get(endpointId)?.placed,
    engineOf(endpointId) {
      const state = states.get(endpointId);
      return state === undefined ? null : (look(state).gauges?.engine ?? null);
    },
    account: (endpointId) => states.get(endpointId),
    asked: (prompt, deploymentId) => prompts.asked(prompt, deploymentId),
    workOn(endpointId, request) {
      const state = states.get(endpointId);
      return state === undefined ? NO_WORK : prompts.workOn(look(state), request);
    },
    start(endpointId, sequences, work = NO_WORK, blocks = []) {
      const state = states.get(endpointId);
      if (state === undefined) return null;
      state.shown = null;
      state.running += sequences;
      state.dispatched += sequences;
      const stay = state.work.begin({ ...work, sequences }, now());
      placeOf.set(stay, state);
      // A silent prompt makes no event when it is computed: the room it leaves is announced when that should be.
      if (work.silent === true)
        senses.after?.(state.work.msToCompute(now()) + 1, () => announceRoom(state.placed.deployment.id));
      prompts.sent(endpointId, blocks, senses.gauges === undefined ? null : (look(state).load?.kvTokens ?? null));
      return stay;
    },
    firstByte(stay) {
      const state = stay === null ? undefined : placeOf.get(stay);
      if (state === undefined || stay === null) return;
      state.shown = null;
      if (state.work.firstToken(stay, now())) announceRoom(state.placed.deployment.id);
    },
    finish(endpointId, sequences, health, stay = null, answer = null) {
      const current = states.get(endpointId);
      const state = (stay === null ? undefined : placeOf.get(stay)) ?? current;
      if (state === undefined) return;
      state.shown = null;
      state.running = Math.max(0, state.running - sequences);
      state.finished += sequences;
      if (stay !== null) state.work.end(stay, now(), answer?.outputTokens ?? null);
      if (answer !== null) prompts.answered(state.placed.deployment.id, answer.outputTokens);
      // The server it came from may be another's endpoint or none by now: that says nothing of the one that is named.
      if (state === current) {
        if (answer !== null && stay !== null) prompts.found(endpointId, stay.work, answer.cachedShare);
        judge(state, health);
        if (state.leaving && state.running === 0) drop(endpointId);
      }
      announceRoom(state.placed.deployment.id);
    },
    uses: () => [...states.values()],
    ejected: () => [...states.values()].filter((state) => !state.healthy).map((state) => state.placed),
    restore(endpointId) {
      const state = states.get(endpointId);
      if (state === undefined || state.healthy) return;
      takeBack(state);
      announceRoom(state.placed.deployment.id);
    },
    onRoom: (listener) => void roomListeners.push(listener),
    onEjected: (listener) => void ejectionListeners.push(listener),
  };
};
