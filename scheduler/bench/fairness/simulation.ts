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
import type { Shape } from "./shapes.ts";

/** One request as it went. */
export interface Journey {
  readonly ministry: MinistryId;
  readonly arrivedAt: number;
  dispatchedAt: number;
  finishedAt: number;
  /** GPU-seconds, in truth. */
  readonly cost: number;
  /** Its ministry borrowed for it. */
  borrowed: boolean;
  /** Sent in the moment its ministry came back. */
  readonly comeback: boolean;
}

interface Running {
  readonly journey: Journey;
  readonly grant: Grant;
  readonly engine: number;
  readonly leaf: string;
  readonly size: RequestSize;
  readonly input: number;
  tokens: number;
  /** GPU-seconds given so far. */
  given: number;
}

/** GPU-seconds of one ministry until a moment. */
export interface Account {
  given: number;
  /** The same of what it borrowed. */
  borrowed: number;
  /** Of what it borrows and runs: still to be given beyond the charge, and charged beyond what was given. */
  under: number;
  over: number;
  /** Largest cost of one request that it borrowed for. */
  largest: number;
}

export interface Moment {
  readonly at: number;
  /** In the order of `MINISTRIES`. */
  readonly accounts: readonly Account[];
}

export interface Run {
  /** In the order of dispatch. */
  readonly journeys: readonly Journey[];
  /** Every tenth of a second. */
  readonly moments: readonly Moment[];
  /** Stretches in which all three ministries have requests in line: [from, to), the first after a warm-up. */
  readonly stretches: readonly (readonly [number, number])[];
}

/** Requests that each ministry keeps in the system; `a` floods. */
const OUTSTANDING: Readonly<Record<MinistryId, number>> = { a: 2_000, b: 160, c: 160 };
const RETRY_AFTER_MS = 5_000;
const SAMPLE_MS = 100;
const PERIOD_MS = 90_000;
const SILENT_FROM_MS = 60_000;
/** Nobody is behind anybody before the engines are full. */
const WARM_UP_MS = 20_000;
/** What was in line when a ministry fell silent is gone a little later. */
const ENDING_MS = 5_000;
/** Tokens between two tellings of service, as in production. */
const TOLD_EVERY = 8;
/** Sequences that the share of `b` is: it sends that many when it comes back. */
const SHARE_OF_B = Math.floor((ENGINES * SEQUENCES * 2) / 6);

function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/**
 * Runs `periods` of a minute and a half in virtual time, in which all three ask, but for a silence of `b`. `known`: every
 * request is charged its true cost from its dispatch on.
 */
export async function simulate(
  order: (parts: OrderParts) => Promise<Order>,
  shape: Shape,
  seed: number,
  periods: number,
  known = false,
): Promise<Run> {
  const { Engine } = await simulator<typeof EngineModule>("engine/engine.js");
  const { EngineDriver } = await simulator<typeof DriverModule>("drivers/engine-driver.js");
  const { VirtualClock } = await simulator<typeof ClockModule>("drivers/virtual-clock.js");
  const { requestCost } = await compiled<typeof Cost>("admission/fair-share/queue/request-cost.js");
  const { createCostEstimates } = await compiled<typeof Estimates>("admission/fair-share/queue/cost-estimates.js");
  const random = generator(seed);
  const clock = new VirtualClock();
  const estimates = createCostEstimates();
  const lengths = shape.lengths(random);
  const deployment = snapshotOf(shape.rights, false).deployments[0];
  if (deployment === undefined) throw new Error("no deployment");
  const journeys: Journey[] = [];
  const running = new Map<string, Running>();
  const accounts = new Map(
    MINISTRIES.map(({ id }): [MinistryId, Account] => [id, { given: 0, borrowed: 0, under: 0, over: 0, largest: 0 }]),
  );
  const moments: Moment[] = [];
  const load = new Array<number>(ENGINES).fill(0);
  const used = (): number => load.reduce((sum, each) => sum + each, 0);
  const queue = await order({ rights: shape.rights, now: () => clock.now(), endpoints: ENGINES, running: used });
  const endsAt = periods * PERIOD_MS;
  const silent = (at: number): boolean => shape.silent && at % PERIOD_MS >= SILENT_FROM_MS;
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
          const { journey, grant, size, tokens, input } = entry;
          const seconds = requestCost(PROFILE, { input: tokens === 1 ? input : 0, output: 1 }, 1);
          entry.given += seconds;
          const account = accounts.get(journey.ministry);
          if (account !== undefined) {
            account.given += seconds;
            if (journey.borrowed) account.borrowed += seconds;
          }
          if (tokens % TOLD_EVERY !== 0 || (!known && journey.ministry === shape.silentAnswers)) return;
          queue.progress(grant, known ? journey.cost : estimates.rendered(deployment, size, tokens));
        },
        finished: ended,
      }),
  );
  const send = (ministry: MinistryId, comeback: boolean): void => {
    if (clock.now() >= endsAt) return;
    const teams = MINISTRIES.find(({ id }) => id === ministry)?.teams ?? 1;
    const leaf = `${ministry}-${Math.floor(random() * teams)}`;
    const { input, output, asked } = lengths(ministry, clock.now());
    const id = String((number += 1));
    const size = { bodyBytes: input * 4, bounds: { inputTokens: input, outputTokens: asked }, sequences: 1 };
    const journey: Journey = {
      ministry,
      arrivedAt: clock.now(),
      dispatchedAt: NaN,
      finishedAt: NaN,
      cost: requestCost(PROFILE, { input, output }, 1),
      borrowed: false,
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
      startsAt: () => (known ? journey.cost : estimates.rendered(deployment, size, 0)),
      choose() {
        let best = -1;
        for (let at = 0; at < ENGINES; at += 1) {
          if ((load[at] ?? 0) < SEQUENCES && (best < 0 || (load[at] ?? 0) < (load[best] ?? 0))) best = at;
        }
        return best < 0 ? null : { endpoint: { deploymentId: "deployment", index: best } };
      },
      placed({ endpoint }, grant) {
        journey.dispatchedAt = clock.now();
        journey.borrowed = grant.levels.find(({ nodeId }) => nodeId === ministry)?.tier === "borrowing";
        journeys.push(journey);
        load[endpoint.index] = (load[endpoint.index] ?? 0) + 1;
        running.set(id, { journey, grant, engine: endpoint.index, leaf, size, input, tokens: 0, given: 0 });
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
  for (let at = 0; at < endsAt; at += SAMPLE_MS) {
    clock.at(at, () => {
      const now = new Map(
        [...accounts].map(([id, account]): [MinistryId, Account] => [id, { ...account, under: 0, over: 0 }]),
      );
      for (const { journey, grant, given } of running.values()) {
        const account = now.get(journey.ministry);
        const total = accounts.get(journey.ministry);
        if (account === undefined || total === undefined || !journey.borrowed) continue;
        account.under += journey.cost - grant.charge.charged;
        account.over += grant.charge.charged - given;
        total.largest = Math.max(total.largest, journey.cost);
      }
      moments.push({ at, accounts: [...now.values()] });
    });
  }
  const stretches: (readonly [number, number])[] = [];
  let from = WARM_UP_MS;
  for (let period = 1; shape.silent && period <= periods; period += 1) {
    const back = period * PERIOD_MS;
    stretches.push([from, back - PERIOD_MS + SILENT_FROM_MS - ENDING_MS]);
    from = back;
    clock.at(back, () => {
      for (let times = 0; times < OUTSTANDING.b; times += 1) send("b", times < SHARE_OF_B);
    });
  }
  if (!shape.silent) stretches.push([from, endsAt - ENDING_MS]);
  clock.run();
  return { journeys: journeys.filter(({ finishedAt }) => !Number.isNaN(finishedAt)), moments, stretches };
}

/** The simulated engine's core, as the scheduler's build holds it. */
async function simulator<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../dist/engine-simulator/${path}`, import.meta.url).href)) as Module;
}
