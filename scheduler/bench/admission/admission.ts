import type * as FairShares from "../../src/admission/fair-share/division/fair-shares.js";
import type * as PoolRights from "../../src/admission/fair-share/order/pool-rights.js";
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

/** What each of 1,000 leaves may expect, down the tree. */
async function recomputeMs(): Promise<{ readonly shares: number; readonly rights: number }> {
  const { fairShares } = await compiled<typeof FairShares>("admission/fair-share/division/fair-shares.js");
  const { UNITS_PER_GPU } = await compiled<typeof PoolRights>("admission/fair-share/order/pool-rights.js");
  const { rightsIn, shareNodes } = await compiled<typeof SnapshotRights>(
    "admission/fair-share/order/snapshot-rights.js",
  );
  const snapshot = ministries();
  const nodes = shareNodes(snapshot);
  const timed = (call: () => unknown): number =>
    median(
      Array.from({ length: 41 }, () => {
        const from = performance.now();
        call();
        return performance.now() - from;
      }),
    );
  const rights = rightsIn(snapshot, nodes, "pool", 256);
  if (rights === null) throw new Error("no tree");
  const requests = rights.tree.ids.map((id, at) => (id.startsWith("application") ? (at % 5) * UNITS_PER_GPU * 0.2 : 0));
  return {
    shares: timed(() => fairShares(rights, 256 * UNITS_PER_GPU, requests, { k: 0.5, used: requests })),
    rights: timed(() => rightsIn(snapshot, nodes, "pool", 256)),
  };
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
    const { shares, rights } = await recomputeMs();
    report({ bench: "admission", metric: "share_recompute_ms", value: shares, unit: "ms", target: 20 });
    report({ bench: "admission", metric: "rights_recompute_ms", value: rights, unit: "ms", target: null });
  },
};
