import type { PoolShareReportV1, PoolShareUpdateV1 } from "@socle/contracts";
import type { PoolShares } from "../order/pool-shares.js";
import { apportion } from "../division/apportion.js";

/** Service of others that a replica has already counted in one pool. */
export interface CountedElsewhere {
  generation: number;
  readonly byNode: Map<string, readonly number[]>;
}

export const nothingCounted = (): CountedElsewhere => ({ generation: 0, byNode: new Map() });

/** What waits at a replica for one deployment. */
export interface DeploymentBacklog {
  readonly deploymentId: string;
  readonly gpuSeconds: number;
}

/**
 * What a replica says of a pool with its lease call: service given by node and tier since its start, and the work that
 * waits by deployment. Totals, not differences: a call that is lost or sent twice changes nothing.
 */
export const reportShares = (
  poolId: string,
  shares: PoolShares,
  backlog: readonly DeploymentBacklog[],
): PoolShareReportV1 => ({
  poolId,
  given: [...shares.givenService()].map(([nodeId, gpuSeconds]) => ({ nodeId, gpuSeconds: [...gpuSeconds] })),
  backlog: backlog.map(({ deploymentId, gpuSeconds }) => ({ deploymentId, gpuSeconds })),
});

/**
 * Takes in what the others gave in total: the difference since the last answer is added to the local counters and taken
 * from the local buckets, so that every replica orders by the service of all. A new generation is a new base: the
 * service of replicas that came or went is not counted as given in between.
 */
export const takeUpdate = (update: PoolShareUpdateV1, shares: PoolShares, counted: CountedElsewhere): void => {
  const known = update.generation === counted.generation;
  counted.generation = update.generation;
  for (const { nodeId, gpuSeconds } of update.elsewhere) {
    const before = counted.byNode.get(nodeId) ?? [];
    for (const [tier, total] of gpuSeconds.entries()) {
      if (known) shares.addElsewhere(nodeId, tier, total - (before[tier] ?? 0));
    }
    counted.byNode.set(nodeId, gpuSeconds);
  }
};

/** A replica that reported, and how many slots a deployment has in all. */
export interface ReplicaReports {
  readonly replica: string;
  readonly reports: readonly PoolShareReportV1[];
}

/** A replica with nothing in line keeps this part of a deployment's work, so that a newcomer there need not wait. */
const STANDING_BACKLOG = 0.05;

const slotsFor = (
  deploymentId: string,
  slots: number,
  replicas: readonly ReplicaReports[],
  replica: string,
): number => {
  const waiting = replicas.map(({ reports }) =>
    reports
      .flatMap(({ backlog }) => backlog)
      .reduce((sum, line) => sum + (line.deploymentId === deploymentId ? line.gpuSeconds : 0), 0),
  );
  const all = waiting.reduce((sum, gpuSeconds) => sum + gpuSeconds, 0);
  const least = all > 0 ? (all * STANDING_BACKLOG) / replicas.length : 1;
  const parts = apportion(
    slots,
    waiting.map((gpuSeconds) => gpuSeconds + least),
  );
  return parts[replicas.findIndex((each) => each.replica === replica)] ?? 0;
};

/**
 * What one replica is answered: the service the others gave by node and tier, and its part of each deployment's slots in
 * proportion to what waits at it. The parts of all replicas add up to the slots exactly. `replicas` in a fixed order.
 */
export const answerReports = (
  replica: string,
  replicas: readonly ReplicaReports[],
  slotsOf: ReadonlyMap<string, number>,
  generation: number,
): PoolShareUpdateV1[] => {
  const own = replicas.find((each) => each.replica === replica)?.reports ?? [];
  const others = replicas.filter((each) => each.replica !== replica);
  return own.map(({ poolId, backlog }) => {
    const elsewhere = new Map<string, number[]>();
    for (const report of others.flatMap(({ reports }) => reports)) {
      if (report.poolId !== poolId) continue;
      for (const { nodeId, gpuSeconds } of report.given) {
        const sum = elsewhere.get(nodeId) ?? [];
        for (const [tier, given] of gpuSeconds.entries()) sum[tier] = (sum[tier] ?? 0) + given;
        elsewhere.set(nodeId, sum);
      }
    }
    return {
      poolId,
      generation,
      elsewhere: [...elsewhere].map(([nodeId, gpuSeconds]) => ({ nodeId, gpuSeconds })),
      slots: backlog.map(({ deploymentId }) => ({
        deploymentId,
        slots: slotsFor(deploymentId, slotsOf.get(deploymentId) ?? 0, replicas, replica),
      })),
    };
  });
};
