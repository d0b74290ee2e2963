import type * as PoolRights from "../../src/admission/fair-share/order/pool-rights.js";
import type * as Shares from "../../src/admission/fair-share/order/pool-shares.js";
import type * as SnapshotRights from "../../src/admission/fair-share/order/snapshot-rights.js";
import type * as Queues from "../../src/admission/fair-share/queue/fair-queues.js";
import type { Grant, Waiter } from "../../src/admission/fair-share/queue/waiter.js";
import { compiled } from "../micro/measure.ts";
import { median, type Bench, type Report } from "../result.ts";
import { deploymentIn, ministries, POOLS } from "./ministries.ts";

const WAITING = 50_000;
/** Of 4 GPUs: as many as serve all that waits in time, and too few. */
const ENOUGH = 256;
const TOO_FEW = 64;
const DECISIONS = 100_000;
const IN_FLIGHT = 512;
const CLASSES = ["interactive", "standard", "batch"] as const;

interface Place {
  readonly endpoint: { readonly deploymentId: string };
}

/**
 * Requests wait, one place becomes free at a time: who is next, charged, and a newcomer takes its place in line. `endpoints`:
 * with as many as serve all that waits in time nobody is turned away; with fewer two ask at each decision, and one leaves.
 */
async function decisionsPerSecond(endpoints: number, pools: readonly string[]): Promise<number> {
  const { createFairQueues } = await compiled<typeof Queues>("admission/fair-share/queue/fair-queues.js");
  const snapshot = ministries();
  const start = performance.now();
  const queues = createFairQueues<Place>({
    limits: { maxWaitingRequests: 2 * WAITING, maxWaitingBytes: Infinity },
    now: () => performance.now() - start,
    roomOf: () => ({ endpoints, sequences: endpoints * 256, running: 0, free: 256 }),
  });
  queues.follow(snapshot);
  let free = 0;
  let served = 0;
  let turnedAway = 0;
  const running: Grant[] = [];
  const newcomer = (number: number): Waiter<Place> => ({
    leafId: snapshot.applications[(number * 7) % snapshot.applications.length]?.id ?? "",
    serviceClass: CLASSES[number % CLASSES.length] ?? "standard",
    deployments: pools.map(deploymentIn),
    sequences: 1,
    bytes: 1_000,
    turnedAway: () => (turnedAway += 1),
    estimate: () => 0.1 + (number % 50) / 50,
    startsAt: () => 0.1,
    choose: ([deploymentId = ""]) => (free > 0 ? { endpoint: { deploymentId } } : null),
    placed(_, grant) {
      free -= 1;
      served += 1;
      running.push(grant);
      return true;
    },
  });
  for (let number = 0; number < WAITING; number += 1) queues.join(newcomer(number));
  // Processor time of all threads, the collector's included: what one core would need.
  const run = (decisions: number): number => {
    const from = process.cpuUsage();
    for (let number = 0; number < decisions; number += 1) {
      const ended = running.length >= IN_FLIGHT ? running.shift() : undefined;
      if (ended !== undefined) queues.settle(ended, (number % 40) / 30);
      free = 1;
      queues.wake(deploymentIn(pools[number % pools.length] ?? ""));
      for (let asks = 0; asks < (endpoints < ENOUGH ? 2 : 1); asks += 1) queues.join(newcomer(number + asks));
    }
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  run(DECISIONS / 5);
  served = 0;
  const spent = run(DECISIONS);
  if (turnedAway > 0 !== endpoints < ENOUGH) throw new Error(`${turnedAway} had to leave`);
  if (served !== DECISIONS) throw new Error(`${served} of ${DECISIONS} places were taken`);
  return (1000 * DECISIONS) / spent;
}

/** A snapshot is followed while requests run: rights as the live capacity lets them be, then the account of the pool on them. */
async function snapshotFollowMs(): Promise<number> {
  const { PoolShares } = await compiled<typeof Shares>("admission/fair-share/order/pool-shares.js");
  const { UNITS_PER_GPU } = await compiled<typeof PoolRights>("admission/fair-share/order/pool-rights.js");
  const { rightsIn, shareNodes } = await compiled<typeof SnapshotRights>(
    "admission/fair-share/order/snapshot-rights.js",
  );
  const snapshot = ministries();
  const nodes = shareNodes(snapshot);
  const rights = () => {
    const made = rightsIn(snapshot, nodes, "pool", 256);
    if (made === null) throw new Error("no tree");
    return made;
  };
  const shares = new PoolShares(rights(), 0);
  for (let number = 0; number < IN_FLIGHT; number += 1) {
    const leaf = shares.tree.indexOf.get(snapshot.applications[number]?.id ?? "") ?? -1;
    shares.dispatch(leaf, 1, UNITS_PER_GPU / 2, 0);
  }
  const times = Array.from({ length: 41 }, (_, second) => {
    const from = performance.now();
    shares.follow(rights(), 1000 * second);
    return performance.now() - from;
  });
  return median(times);
}

export const admission: Bench = {
  name: "admission",
  purpose: "who is next among 50,000 that wait, in a tree of 100 organisations and 1,000 applications",
  async run(report: Report) {
    const decisions = async (metric: string, endpoints: number, pools: readonly string[], target: number | null) =>
      report({ bench: "admission", metric, value: await decisionsPerSecond(endpoints, pools), unit: "/s", target });
    await decisions("decisions_per_s", ENOUGH, POOLS.slice(0, 1), 50_000);
    await decisions("decisions_per_s, two pools each", ENOUGH, POOLS, null);
    await decisions("decisions_per_s, a full line that two ask for each", TOO_FEW, POOLS.slice(0, 1), null);
    report({
      bench: "admission",
      metric: "snapshot_follow_ms",
      value: await snapshotFollowMs(),
      unit: "ms",
      target: 20,
    });
  },
};
