import { SERVICE_CLASSES } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { applicationOf, SEQUENCES, stateScene, STATE_WEIGHTS } from "../../../../../test/builders/state-scene.js";
import type { Ministry, SceneDeployment } from "../../../../../test/builders/state-scene.js";
import { createFairQueues } from "./fair-queues.js";
import type { Joined, Waiter } from "./waiter.js";

const SERVERS = 6;
interface Place {
  readonly endpoint: { readonly deploymentId: string };
}
interface Options {
  readonly deployments?: readonly SceneDeployment[];
  readonly maxWaitingRequests?: number;
  readonly maxWaitingBytes?: number;
}

const ONE_LINE: readonly SceneDeployment[] = [{ id: "d1", poolId: "p1" }];

/** Queues in production's tree: 6 GPUs for each deployment, rights of 3, 2 and 1 in each pool, and no place free. */
const scene = ({ deployments = ONE_LINE, maxWaitingRequests = 1e6, maxWaitingBytes = 1e9 }: Options = {}) => {
  const sequences = SERVERS * SEQUENCES;
  const queues = createFairQueues<Place>({
    limits: { maxWaitingRequests, maxWaitingBytes },
    now: () => 0,
    roomOf: () => ({ endpoints: SERVERS, sequences, running: sequences, free: 0 }),
  });
  queues.follow(stateScene(deployments, 1));
  const turnedAway: string[] = [];
  const waitsIn = new Map<string, number>();
  const ask = (leafId: string, estimate: number, over: Partial<Waiter<Place>> = {}): Joined => {
    const serviceClass = SERVICE_CLASSES.find((each) => leafId.endsWith(each)) ?? "standard";
    return queues.join({
      leafId,
      serviceClass,
      deployments: deployments.map(({ id }) => id),
      sequences: 1,
      bytes: 1,
      estimate: () => estimate,
      startsAt: () => 1,
      waitsIn: (poolId, delta) => waitsIn.set(poolId, (waitsIn.get(poolId) ?? 0) + delta),
      turnedAway: (reason) => turnedAway.push(`${leafId} ${reason}`),
      choose: () => null,
      placed: () => true,
      ...over,
    });
  };
  const refused = (leafId: string, times: number, estimate = 1): number => {
    let count = 0;
    for (let at = 0; at < times; at += 1) if (ask(leafId, estimate).kind === "refused") count += 1;
    return count;
  };
  return { queues, ask, refused, turnedAway, waitsIn };
};

const standard = (ministry: Ministry, direction?: string): string => applicationOf(ministry, "standard", direction);
/** Requests of one GPU-second that a ministry's right serves in the 15 s of the class. */
const within = (ministry: Ministry): number => 15 * STATE_WEIGHTS[ministry];

describe("a flood of one ministry", () => {
  it("refuses nobody of another that is within its right, at any time of the flood", () => {
    const { refused, turnedAway } = scene();
    const counts = { a: 0, b: 0, c: 0 };
    for (let turn = 0; turn < 200; turn += 1) {
      counts.a += refused(standard("a"), 5);
      for (const each of ["b", "c"] as const) if (turn < within(each)) counts[each] += refused(standard(each), 1);
    }
    expect({ ...counts, a: counts.a + turnedAway.length }).toEqual({ a: 1_000 - within("a") - 1, b: 0, c: 0 });
    expect(turnedAway.every((each) => each.startsWith(standard("a")))).toBe(true);
  });

  it("gives up what it borrowed of the line when another comes, the last first, and is told why", () => {
    const { refused, turnedAway, queues } = scene();
    expect(refused(standard("a"), 200)).toBe(200 - 91);
    expect(refused(standard("b"), within("b"))).toBe(0);
    expect(turnedAway).toEqual(Array(within("b")).fill(`${standard("a")} share_of_queue_full`));
    expect(queues.length("d1")).toBe(91);
  });

  it("takes nothing of another direction of the same ministry", () => {
    const { refused } = scene();
    refused(standard("a", "1"), 1_000);
    refused(standard("b"), within("b"));
    refused(standard("c"), within("c"));
    expect(refused(standard("a", "2"), within("a") / 2)).toBe(0);
    expect(refused(standard("a", "2"), 5)).toBeGreaterThan(0);
  });

  it("takes nothing when it is of batch, nor from batch", () => {
    const { refused } = scene();
    expect(refused(applicationOf("a", "batch"), 1_000)).toBeGreaterThan(600);
    expect(refused(applicationOf("b", "interactive"), 5 * STATE_WEIGHTS.b)).toBe(0);
    expect(refused(applicationOf("c", "batch"), 60 * STATE_WEIGHTS.c)).toBe(0);
  });

  it("is two floods: both share by weight what the third leaves of the line", () => {
    const { refused, queues } = scene();
    for (let turn = 0; turn < 500; turn += 1) for (const each of ["a", "b"] as const) refused(standard(each), 1);
    const demand = new Map(queues.demand("p1").map(({ nodeId, sequences }) => [nodeId, sequences]));
    expect(demand.get("a")).toBeGreaterThanOrEqual(52);
    expect(demand.get("b")).toBeGreaterThanOrEqual(36);
    expect(refused(standard("c"), within("c"))).toBe(0);
  });
});

describe("one request", () => {
  it("waits whatever it costs, where nothing else waits for its node", () => {
    const { refused } = scene();
    refused(standard("a"), 1_000);
    expect(refused(standard("c"), 1, 1_000)).toBe(0);
    expect(refused(standard("a"), 20)).toBe(20);
    expect(refused(standard("b"), 1, 1_000)).toBe(0);
  });

  it("takes as much of the line as it occupies when it runs, at most: a right of 1 GPU has 8 places", () => {
    const { refused } = scene();
    refused(standard("a"), 1_000);
    refused(standard("b"), within("b"));
    expect(refused(standard("c"), 12, 1_000)).toBe(12 - 9);
  });
});

describe("a request that several pools may serve", () => {
  const deployments = [
    { id: "d1", poolId: "p1" },
    { id: "d2", poolId: "p2" },
  ];

  it("counts in every pool whose line holds it, and in none that it had to leave", () => {
    const { ask, refused, waitsIn, queues } = scene({ deployments });
    expect(ask(standard("b"), 1).kind).toBe("waits");
    expect([...waitsIn]).toEqual([
      ["p1", 1],
      ["p2", 1],
    ]);
    refused(standard("a"), 1_000, 1);
    expect(queues.length("d1")).toBe(queues.length("d2"));
    expect(waitsIn.get("p2")).toBe(queues.length("d2"));
    for (const poolId of ["p1", "p2"])
      expect(queues.demand(poolId).find(({ nodeId }) => nodeId === "b")?.sequences).toBe(1);
  });

  it("costs in each line what it costs there, and stays in the lines that serve it in time", () => {
    const { ask, queues, turnedAway, waitsIn } = scene({ deployments });
    for (let at = 0; at < 500; at += 1) ask(standard("a"), 1, { estimate: (id) => (id === "d1" ? 1 : 0.5) });
    expect([queues.length("d1"), queues.length("d2")]).toEqual([91, 181]);
    expect([waitsIn.get("p1"), waitsIn.get("p2")]).toEqual([91, 181]);
    for (let at = 0; at < within("b"); at += 1)
      expect(ask(standard("b"), 1, { deployments: ["d1"] }).kind).toBe("waits");
    // Those of the flood left one line, and wait in the other.
    expect(turnedAway).toEqual([]);
    expect([queues.length("d1"), queues.length("d2")]).toEqual([91, 181]);
  });
});

describe("memory", () => {
  it("is kept by requests and by bytes; who is furthest beyond its right leaves first", () => {
    const few = scene({ maxWaitingRequests: 40 });
    expect(few.refused(standard("a"), 100, 0.1)).toBe(60);
    expect(few.refused(standard("b"), 10, 0.1)).toBe(0);
    expect(few.turnedAway).toEqual(Array(10).fill(`${standard("a")} queue_full`));
    const { ask, turnedAway } = scene({ maxWaitingBytes: 1_000 });
    for (let at = 0; at < 9; at += 1) ask(standard("a"), 0.1, { bytes: 100 });
    expect(ask(standard("b"), 0.1, { bytes: 300 }).kind).toBe("waits");
    expect(turnedAway).toHaveLength(2);
    expect(ask(standard("b"), 0.1, { bytes: 1_001 })).toEqual({ kind: "refused", reason: "queue_full" });
  });

  it("takes from the line that holds most beyond rights, not from the fullest", () => {
    const deployments = [
      { id: "d1", poolId: "p1" },
      { id: "d2", poolId: "p2" },
    ];
    const { ask, turnedAway } = scene({ deployments, maxWaitingRequests: 59 });
    for (let at = 0; at < within("a") - 5; at += 1) ask(standard("a"), 1, { deployments: ["d1"] });
    for (let at = 0; at < within("c") + 4; at += 1) ask(standard("c"), 1, { deployments: ["d2"] });
    expect(ask(standard("b"), 1, { deployments: ["d1"] }).kind).toBe("waits");
    expect(turnedAway).toEqual([`${standard("c")} queue_full`]);
  });
});
