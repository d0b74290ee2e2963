import type * as EngineModule from "../../engine-simulator/engine/engine.js";
import type * as DriverModule from "../../engine-simulator/drivers/engine-driver.js";
import type * as ClockModule from "../../engine-simulator/drivers/virtual-clock.js";
import type * as Cost from "../../src/admission/fair-share/queue/request-cost.js";
import type * as Estimates from "../../src/admission/fair-share/queue/cost-estimates.js";
import type { RequestSize } from "../../src/admission/fair-share/queue/cost-estimates.js";
import type { Grant, Waiter } from "../../src/admission/fair-share/queue/waiter.js";
import { compiled } from "../micro/measure.ts";
import type { Order, OrderParts, Place } from "./orders.ts";
import { ENGINES, MINISTRIES, PROFILE, SEQUENCES, snapshotOf, type MinistryId } from "./scene.ts";

/** One request as it went. */
export interface Journey {
  readonly ministry: MinistryId;
  readonly arrivedAt: number;
  dispatchedAt: number;
  finishedAt: number;
  /** GPU-seconds: charged in advance, charged last before it ended, and true. */
  estimate: number;
  revised: number;
  readonly cost: number;
  /** Tier its ministry was served in; `null` where the order has none. */
  tier: string | null;
  /** Sent in the moment its ministry came back. */
  readonly comeback: boolean;
}

interface Running {
  readonly journey: Journey;
  readonly grant: Grant;
  readonly engine: number;
  readonly leaf: string;
  readonly size: RequestSize;
  tokens: number;
}

export interface Flood {
  /** In the order of dispatch. */
  readonly journeys: readonly Journey[];
  /** When the ministry `b` is silent, in turn: [from, to). */
  readonly silences: readonly (readonly [number, number])[];
}

/** Requests that each ministry keeps in the system; `a` floods. */
const OUTSTANDING: Readonly<Record<MinistryId, number>> = { a: 2_000, b: 160, c: 160 };
const RETRY_AFTER_MS = 5_000;
const PERIOD_MS = 90_000;
const SILENT_FROM_MS = 60_000;
/** Sequences that the share of `b` is: it sends that many when it comes back. */
export const SHARE_OF_B = Math.floor((ENGINES * SEQUENCES * 2) / 6);

function lognormal(random: () => number, mean: number, sigma: number, most: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(1, Math.min(most, Math.round(Math.exp(Math.log(mean) - (sigma * sigma) / 2 + sigma * normal))));
}

function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Runs `periods` of a minute in which all three ask and half a minute in which `b` is silent, in virtual time. */
export async function flood(
  order: (parts: OrderParts) => Promise<Order>,
  seed: number,
  periods: number,
): Promise<Flood> {
  const { Engine } = await simulator<typeof EngineModule>("engine/engine.js");
  const { EngineDriver } = await simulator<typeof DriverModule>("drivers/engine-driver.js");
  const { VirtualClock } = await simulator<typeof ClockModule>("drivers/virtual-clock.js");
  const { requestCost } = await compiled<typeof Cost>("admission/fair-share/queue/request-cost.js");
  const { createCostEstimates } = await compiled<typeof Estimates>("admission/fair-share/queue/cost-estimates.js");
  const random = generator(seed);
  const clock = new VirtualClock();
  const estimates = createCostEstimates();
  const deployment = snapshotOf(false).deployments[0];
  if (deployment === undefined) throw new Error("no deployment");
  const journeys: Journey[] = [];
  const running = new Map<string, Running>();
  const load = new Array<number>(ENGINES).fill(0);
  const used = (): number => load.reduce((sum, each) => sum + each, 0);
  const queue = await order({ now: () => clock.now(), endpoints: ENGINES, running: used });
  const endsAt = periods * PERIOD_MS;
  const silent = (at: number): boolean => at % PERIOD_MS >= SILENT_FROM_MS;
  let number = 0;

  const settings = {
    alphaMs: PROFILE.alphaSeconds * 1000,
    betaMs: PROFILE.betaSeconds * 1000,
    prefillMsPerToken: PROFILE.prefillSecondsPerToken * 1000,
    stepTokenBudget: 8192,
    maxSequences: SEQUENCES,
    blockSize: 16,
    kvBlocks: 40_000,
  };
  const ended = (id: string, at: number): void => {
    const entry = running.get(id);
    if (entry === undefined) return;
    running.delete(id);
    const { journey, grant, engine, leaf, tokens } = entry;
    journey.finishedAt = at;
    load[engine] = (load[engine] ?? 0) - 1;
    journey.revised = grant.charge.charged;
    queue.vacate(grant);
    queue.settle(grant, journey.cost);
    estimates.learn(leaf, "deployment", tokens);
    queue.wake("deployment");
    if (journey.ministry !== "b" || !silent(at)) send(journey.ministry, false);
  };
  const drivers = load.map(
    () =>
      new EngineDriver(new Engine(settings), clock, {
        admitted: () => {},
        token(id) {
          const entry = running.get(id);
          if (entry === undefined) return;
          entry.tokens += 1;
          if (entry.tokens % 16 === 0) {
            queue.progress(entry.grant, estimates.revise(entry.leaf, deployment, entry.size, entry.tokens));
          }
        },
        finished: ended,
      }),
  );
  const send = (ministry: MinistryId, comeback: boolean): void => {
    if (clock.now() >= endsAt) return;
    const teams = MINISTRIES.find(({ id }) => id === ministry)?.teams ?? 1;
    const leaf = `${ministry}-${Math.floor(random() * teams)}`;
    const input = lognormal(random, 1_500, 0.6, 8_000);
    const output = lognormal(random, 250, 0.6, 1_500);
    const id = String((number += 1));
    const size = { bodyBytes: input * 4, bounds: { inputTokens: input, outputTokens: 2_000 }, sequences: 1 };
    const journey: Journey = {
      ministry,
      arrivedAt: clock.now(),
      dispatchedAt: NaN,
      finishedAt: NaN,
      estimate: NaN,
      revised: NaN,
      cost: requestCost(PROFILE, { input, output }, 1),
      tier: null,
      comeback,
    };
    const waiter: Waiter<Place> = {
      leafId: leaf,
      serviceClass: "standard",
      deployments: ["deployment"],
      sequences: 1,
      bytes: 0,
      turnedAway: () => comeAgain(),
      estimate: () => estimates.estimate(leaf, deployment, size),
      choose() {
        let best = -1;
        for (let at = 0; at < ENGINES; at += 1) {
          if ((load[at] ?? 0) < SEQUENCES && (best < 0 || (load[at] ?? 0) < (load[best] ?? 0))) best = at;
        }
        return best < 0 ? null : { endpoint: { deploymentId: "deployment", index: best } };
      },
      placed({ endpoint }, grant) {
        journey.dispatchedAt = clock.now();
        journey.estimate = grant.charge.charged;
        journey.revised = journey.estimate;
        journey.tier = grant.levels.find(({ nodeId }) => nodeId === ministry)?.tier ?? null;
        journeys.push(journey);
        load[endpoint.index] = (load[endpoint.index] ?? 0) + 1;
        running.set(id, { journey, grant, engine: endpoint.index, tokens: 0, leaf, size });
        drivers[endpoint.index]?.submit({ id, promptTokens: input, outputTokens: output, chain: [] });
        return true;
      },
    };
    const ask = (): void => {
      if (queue.join(waiter).kind === "refused") comeAgain();
    };
    // Who is turned away comes again when it was told to.
    const comeAgain = (): void => {
      clock.at(clock.now() + RETRY_AFTER_MS, () => {
        if (clock.now() < endsAt && (ministry !== "b" || !silent(clock.now()))) ask();
      });
    };
    ask();
  };
  for (const { id } of MINISTRIES) {
    clock.at(0, () => {
      for (let times = 0; times < OUTSTANDING[id]; times += 1) send(id, false);
    });
  }
  const silences = Array.from({ length: periods }, (_, at) => {
    const from = at * PERIOD_MS + SILENT_FROM_MS;
    return [from, (at + 1) * PERIOD_MS] as const;
  });
  for (const [, back] of silences) {
    clock.at(back, () => {
      for (let times = 0; times < OUTSTANDING.b; times += 1) send("b", times < SHARE_OF_B);
    });
  }
  clock.run();
  return { journeys: journeys.filter(({ finishedAt }) => !Number.isNaN(finishedAt)), silences };
}

/** The simulated engine's core, as the scheduler's build holds it. */
async function simulator<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../dist/engine-simulator/${path}`, import.meta.url).href)) as Module;
}
