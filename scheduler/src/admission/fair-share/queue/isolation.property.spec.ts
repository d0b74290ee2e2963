import { SERVICE_CLASSES } from "@socle/contracts";
import type { ServiceClass } from "@socle/contracts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applicationOf, SEQUENCES, stateScene, STATE_WEIGHTS } from "../../../../../test/builders/state-scene.js";
import type { Ministry } from "../../../../../test/builders/state-scene.js";
import { createFairQueues } from "./fair-queues.js";

interface Place {
  readonly endpoint: { readonly deploymentId: string };
}

/** The rights fill the pool: 3, 2 and 1 of its 6 GPUs. */
const SERVERS = 6;
const PLACES = SERVERS * SEQUENCES;
const SECONDS = 30;
/** Longest time that a request runs, and shortest. */
const LONGEST = 2;
const SHORTEST = 0.5;
/** Of its place, what a request is charged for when it starts; nothing tells of it before it ends. */
const AHEAD = 1.25;
const ministries = Object.keys(STATE_WEIGHTS) as Ministry[];

interface Flood {
  readonly ministry: Ministry;
  readonly direction: string;
  readonly serviceClass: ServiceClass;
  readonly atOnce: number;
}
interface Spec {
  readonly calm: Ministry;
  /** Of its share, what the calm one asks for in the long run, and at once at most, in seconds of it. */
  readonly part: number;
  readonly burst: number;
  readonly floods: readonly Flood[];
  readonly seed: number;
  readonly estimates: "exact" | "mean";
}

const flood = fc.record<Flood>({
  ministry: fc.constantFrom(...ministries),
  direction: fc.constantFrom("1", "2"),
  serviceClass: fc.constantFrom(...SERVICE_CLASSES),
  atOnce: fc.integer({ min: 48, max: 300 }),
});
const spec = fc.record<Spec>({
  calm: fc.constantFrom(...ministries),
  part: fc.double({ min: 0.2, max: 0.95, noNaN: true }),
  burst: fc.double({ min: 0.1, max: 1, noNaN: true }),
  floods: fc.array(flood, { minLength: 1, maxLength: 4 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  estimates: fc.constantFrom("exact", "mean"),
});

/** Park and Miller's generator, so that a run depends on its seed alone. */
const randomOf = (seed: number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

/** Runs floods around one calm ministry in simulated time; answers how long the calm one's requests waited, in seconds. */
const waitsOf = ({ calm, part, burst, floods, seed, estimates }: Spec): readonly number[] => {
  const random = randomOf(seed);
  const events: { readonly at: number; readonly act: () => void }[] = [];
  let now = 0;
  let running = 0;
  const at = (time: number, act: () => void): void => {
    let place = events.length;
    while (place > 0 && (events[place - 1]?.at ?? 0) <= time) place -= 1;
    events.splice(place, 0, { at: time, act });
  };
  const queues = createFairQueues<Place>({
    limits: { maxWaitingRequests: 1e6, maxWaitingBytes: 1e9 },
    now: () => 1_000 * now,
    roomOf: () => ({ endpoints: SERVERS, sequences: PLACES, running, free: PLACES - running }),
  });
  queues.follow(stateScene([{ id: "d1", poolId: "p1" }], 1));
  const ask = (leafId: string, seconds: number, over: (wait: number) => void, refused: () => void): void => {
    const asked = now;
    const joined = queues.join({
      leafId,
      serviceClass: SERVICE_CLASSES.find((each) => leafId.endsWith(each)) ?? "standard",
      deployments: ["d1"],
      sequences: 1,
      bytes: 1,
      estimate: () => (estimates === "exact" ? seconds : (SHORTEST + LONGEST) / 2) / SEQUENCES,
      startsAt: () => AHEAD / SEQUENCES,
      choose: () => (running < PLACES ? { endpoint: { deploymentId: "d1" } } : null),
      turnedAway: refused,
      placed(_, grant) {
        const wait = now - asked;
        running += 1;
        at(now + seconds, () => {
          running -= 1;
          queues.settle(grant, seconds / SEQUENCES);
          queues.wake("d1");
          over(wait);
        });
        return true;
      },
    });
    if (joined.kind === "refused") refused();
  };
  const lasts = (): number => SHORTEST + (LONGEST - SHORTEST) * random();
  const again = (leafId: string): void => {
    const later = (): void => at(now + 5, () => again(leafId));
    ask(leafId, lasts(), () => again(leafId), later);
  };
  for (const { ministry, serviceClass, direction, atOnce } of floods) {
    const leafId = applicationOf(ministry, serviceClass, ministry === calm ? "2" : direction);
    for (let times = 0; times < atOnce; times += 1) at(0, () => again(leafId));
  }
  // A direction has half of its ministry's right when the other asks for all.
  const share = STATE_WEIGHTS[calm] / (floods.some(({ ministry }) => ministry === calm) ? 2 : 1);
  const waits: number[] = [];
  let unserved = 0;
  let allowed = burst;
  let before = 0;
  for (let arrival = 2; arrival < SECONDS; arrival -= Math.log(1 - random()) / (5 * share)) {
    const seconds = lasts();
    const own = seconds / SEQUENCES / share;
    allowed = Math.min(burst, allowed + part * (arrival - before));
    before = arrival;
    if (own > allowed) continue;
    allowed -= own;
    unserved += 1;
    at(arrival, () =>
      ask(
        applicationOf(calm, "standard"),
        seconds,
        (wait) => {
          unserved -= 1;
          waits.push(wait);
        },
        () => waits.push(Infinity),
      ),
    );
  }
  for (let event = events.pop(); event !== undefined && event.at < 2 * SECONDS; event = events.pop()) {
    now = event.at;
    event.act();
  }
  expect(unserved).toBe(0);
  return waits;
};

it("lets nobody who stays within its right wait longer than one service time, whoever floods", () => {
  let asked = 0;
  fc.assert(
    fc.property(spec, (each) => {
      const waits = waitsOf(each);
      asked += waits.length;
      expect(Math.max(0, ...waits)).toBeLessThanOrEqual(LONGEST);
    }),
    { numRuns: 100 },
  );
  expect(asked).toBeGreaterThan(1_000);
}, 120_000);
