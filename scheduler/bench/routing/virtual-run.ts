import type { Engine } from "../../engine-simulator/engine/engine.js";
import type { EngineDriver } from "../../engine-simulator/drivers/engine-driver.js";
import type { EndpointGauges, PickRequest } from "../../src/endpoint-picker/fleet-view.js";
import type { PickProfile } from "../../src/endpoint-picker/picker.port.js";
import type { PrefixIndex } from "../../src/endpoint-picker/prefix-index/prefix-index.js";
import type { GaugeBoard } from "../../src/fleet/metrics/gauge-board.js";
import type { Fleet } from "../../src/fleet/fleet.js";
import type { Stay } from "../../src/fleet/own-load/endpoint-work.js";
import type { Parts } from "./parts.ts";
import { heldRouter, immediateRouter, type Router } from "./routers.ts";
import { ACTIVE_BLOCKS, apiMs, BLOCK_TOKENS, DEPLOYMENT, endpointsNamed, engineSettings } from "./scene.ts";
import type { TraceRequest } from "./trace.ts";

/** A request on its way, in milliseconds of virtual time; NaN until it happens. */
export interface Journey {
  readonly id: string;
  readonly request: TraceRequest;
  readonly arrivedAt: number;
  endpointId: string | null;
  sentAt: number;
  firstTokenAt: number;
  finishedAt: number;
  cachedTokens: number;
  stay: Stay | null;
  /** Endpoints that failed it before its first token. */
  readonly failedOn: string[];
  /** How it went wrong: no endpoint answered it, or its answer broke off. */
  fate: "failed" | "cut" | null;
}

export interface RunPlan {
  readonly profile: PickProfile;
  readonly endpoints: number;
  readonly cacheBlocks: number;
  readonly gaugeMs: number;
}

/** Others' routers read gauges as they were at the last scrape; Socle's corrects them by what it did since. */
const uncorrected = (board: GaugeBoard, raw: ReadonlyMap<string, EndpointGauges>): Pick<GaugeBoard, "read"> => ({
  read: (id, dispatched, finished, places) => {
    const view = board.read(id, dispatched, finished, places);
    const seen = raw.get(id);
    return view === undefined || seen === undefined ? view : { ...view, running: seen.running, waiting: seen.waiting };
  },
});

/**
 * The scheduler's fleet, line and picker over simulated engines on one virtual clock, as they ship; a profile without holds
 * sends at once and the engine queues.
 */
export class VirtualRun {
  readonly clock;
  readonly fleet: Fleet;
  readonly journeys: Journey[] = [];
  private readonly engines = new Map<string, { engine: Engine; driver: EngineDriver }>();
  private readonly board: GaugeBoard;
  private readonly raw = new Map<string, EndpointGauges>();
  private readonly counts = new Map<string, { dispatched: number; finished: number }>();
  private readonly dead = new Set<string>();
  private readonly retries;
  private readonly router: Router;
  /** Others are told how much each endpoint's cache holds, which no gauge says where it is offloaded. */
  private readonly rivalsIndex: PrefixIndex | null;
  private left = 0;

  private readonly parts: Parts;
  private readonly plan: RunPlan;

  constructor(parts: Parts, plan: RunPlan) {
    this.parts = parts;
    this.plan = plan;
    this.clock = new parts.VirtualClock();
    this.retries = parts.createRetryBudget();
    this.board = parts.createGaugeBoard();
    const clock = { monotonic: () => this.clock.now() };
    const ships = plan.profile === parts.predictedProfile;
    const gauges = ships ? this.board : uncorrected(this.board, this.raw);
    this.rivalsIndex = ships ? null : parts.createPrefixIndex(BLOCK_TOKENS);
    this.fleet = parts.createFleet(parts.silentTelemetry, { clock, gauges });
    const ids = Array.from({ length: plan.endpoints }, (_, index) => `endpoint-${index}`);
    for (const id of ids) this.startEngine(id);
    this.fleet.follow(endpointsNamed(ids));
    const route = plan.profile.holds === undefined ? immediateRouter : heldRouter;
    this.router = route({ parts, fleet: this.fleet, profile: plan.profile, clock: this.clock });
  }

  /** Runs all requests to their ends. */
  run(requests: readonly TraceRequest[]): Journey[] {
    this.left = requests.length;
    for (const request of requests) this.clock.at(request.at, () => this.arrive(request));
    this.scrape();
    this.clock.run();
    return this.journeys;
  }

  /** The endpoint's process dies: connections to it break, new ones are refused. */
  kill(id: string): void {
    this.dead.add(id);
    const there = this.journeys.filter((journey) => journey.endpointId === id && this.isUnderWay(journey));
    for (const journey of there) {
      this.engines.get(id)?.driver.abort(journey.id);
      if (Number.isNaN(journey.firstTokenAt)) this.lose(journey);
      else this.cut(journey);
    }
  }

  /** It is back with an empty cache and answers the next probe. */
  revive(id: string): void {
    this.dead.delete(id);
    this.rivalsIndex?.forget(id);
    this.startEngine(id);
    this.fleet.restore(id);
  }

  private isUnderWay({ finishedAt, fate, stay }: Journey): boolean {
    return Number.isNaN(finishedAt) && fate === null && stay !== null;
  }

  private cut(journey: Journey): void {
    this.end(journey, "bad");
    journey.fate = "cut";
    this.left -= 1;
  }

  /** The attempt failed before its first token: another endpoint, as the relay does it, or the end. */
  private lose(journey: Journey): void {
    const { endpointId, failedOn } = journey;
    this.end(journey, "bad");
    failedOn.push(endpointId ?? "");
    const choice = this.router.again(journey.id, { ...this.asked(journey), excluded: failedOn, again: true });
    if (choice !== null && failedOn.length < this.parts.MAX_ATTEMPTS && this.retries.spend())
      return this.send(journey, choice.endpointId, choice.request);
    this.router.ended(journey.id);
    journey.fate = "failed";
    this.left -= 1;
  }

  private startEngine(id: string): void {
    const engine = new this.parts.Engine(engineSettings(this.plan.cacheBlocks));
    const driver = new this.parts.EngineDriver(engine, this.clock, {
      admitted: (journey, cachedTokens) => (this.journey(journey).cachedTokens = cachedTokens),
      token: (journey, index) => (index === 0 ? this.firstToken(this.journey(journey)) : undefined),
      finished: (journey) => this.finish(this.journey(journey)),
    });
    this.engines.set(id, { engine, driver });
    if (!this.counts.has(id)) this.counts.set(id, { dispatched: 0, finished: 0 });
  }

  private journey(id: string): Journey {
    return this.journeys[Number(id)] as Journey;
  }

  private arrive(request: TraceRequest): void {
    const journey: Journey = {
      id: String(this.journeys.length),
      request,
      arrivedAt: this.clock.now(),
      endpointId: null,
      sentAt: NaN,
      firstTokenAt: NaN,
      finishedAt: NaN,
      cachedTokens: 0,
      stay: null,
      failedOn: [],
      fate: null,
    };
    this.journeys.push(journey);
    this.router.arrive(journey.id, {
      asked: () => this.asked(journey),
      sent: (endpointId, asked) => {
        this.retries.earn();
        this.send(journey, endpointId, asked);
      },
      refused: () => {
        journey.fate = "failed";
        this.left -= 1;
      },
    });
  }

  private asked({ request }: Journey): PickRequest {
    const prompt = {
      sequences: 1,
      promptTokens: request.inputTokens,
      blocks: request.blocks.slice(0, Math.floor(request.inputTokens / BLOCK_TOKENS)),
      maxOutputTokens: null,
    };
    const asked = this.fleet.asked(prompt, DEPLOYMENT);
    return this.rivalsIndex === null ? asked : { ...asked, cached: this.rivalsIndex.match(prompt.blocks) };
  }

  private send(journey: Journey, endpointId: string, asked: PickRequest): void {
    const { request } = journey;
    journey.endpointId = endpointId;
    journey.sentAt = this.clock.now();
    journey.stay = this.fleet.start(endpointId, 1, this.fleet.workOn(endpointId, asked), asked.blocks);
    this.rivalsIndex?.write(endpointId, asked.blocks ?? [], this.plan.cacheBlocks);
    this.count(endpointId).dispatched += 1;
    const spec = {
      id: journey.id,
      promptTokens: request.inputTokens,
      outputTokens: request.outputTokens,
      chain: asked.blocks ?? [],
    };
    this.clock.at(this.clock.now() + apiMs(request.inputTokens), () => {
      if (journey.endpointId !== endpointId || !this.isUnderWay(journey)) return;
      if (this.dead.has(endpointId)) this.lose(journey);
      else this.engines.get(endpointId)?.driver.submit(spec);
    });
  }

  private firstToken(journey: Journey): void {
    journey.firstTokenAt = this.clock.now();
    this.fleet.firstByte(journey.stay);
  }

  private finish(journey: Journey): void {
    journey.finishedAt = this.clock.now();
    this.left -= 1;
    this.count(journey.endpointId ?? "").finished += 1;
    this.end(journey, "good");
    this.router.ended(journey.id);
  }

  /** Nothing of it is at its endpoint any more. */
  private end({ id, endpointId, stay, request, cachedTokens }: Journey, health: "good" | "bad"): void {
    this.router.vacated(id);
    const { inputTokens, outputTokens } = request;
    const answer = health === "good" ? { outputTokens, cachedShare: cachedTokens / inputTokens } : null;
    this.fleet.finish(endpointId ?? "", 1, health, stay, answer);
  }

  private count(endpointId: string): { dispatched: number; finished: number } {
    return this.counts.get(endpointId) as { dispatched: number; finished: number };
  }

  /** Reads every engine's gauges, again and again while requests are left. */
  private scrape(): void {
    if (this.left === 0) return;
    for (const [id, { engine }] of this.engines) {
      const gauges = {
        engine: "vllm" as const,
        running: engine.runningCount,
        waiting: engine.waitingCount,
        kvUse: engine.kvUsage,
        prefixHitRatio: null,
        blockSize: BLOCK_TOKENS,
        blocks: ACTIVE_BLOCKS,
        places: 256,
        adapters: [],
      };
      this.board.put(id, { at: this.clock.now(), gauges, ...this.count(id) });
      this.raw.set(id, { ...gauges, at: this.clock.now(), kvTokens: BLOCK_TOKENS * ACTIVE_BLOCKS });
    }
    this.clock.at(this.clock.now() + this.plan.gaugeMs, () => this.scrape());
  }
}
