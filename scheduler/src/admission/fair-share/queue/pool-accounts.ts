import type { DeploymentV1, NodeId, PoolId } from "@socle/contracts";
import { unitsOf } from "../order/pool-rights.js";
import { PoolShares } from "../order/pool-shares.js";
import { rightsIn, shareNodes } from "../order/snapshot-rights.js";
import type { TreeNode } from "../tree/share-tree.js";
import type { SharedSnapshot } from "./fair-queues.port.js";
import { levelsOf } from "./fairness-levels.js";
import type { Chosen, Grant, Waiter } from "./waiter.js";

/** Millionths of a GPU that one sequence occupies. */
export const unitsPerSequence = ({ gpusPerReplica, profile }: DeploymentV1): number =>
  Math.floor(unitsOf(gpusPerReplica) / Math.max(1, profile.maxSequences));

/** The accounts of all pools, as the newest snapshot and what lives let them be. */
export class PoolAccounts {
  private readonly shares = new Map<PoolId, PoolShares>();
  private snapshot: SharedSnapshot | null = null;
  private nodes: readonly TreeNode[] = [];

  /** Monotonic milliseconds. */
  constructor(private readonly now: () => number) {}

  /** Takes a new snapshot's tree and rights; each pool is to be fitted anew. */
  follow(snapshot: SharedSnapshot): void {
    this.snapshot = snapshot;
    this.nodes = shareNodes(snapshot);
  }

  get(poolId: PoolId): PoolShares | undefined {
    return this.shares.get(poolId);
  }

  /** Works a pool's rights out anew for the GPUs that live. `waiting`: the leaves of all requests that wait for it. */
  fit(poolId: PoolId, liveGpus: number, waiting: Iterable<NodeId>): void {
    const rights = this.snapshot === null ? null : rightsIn(this.snapshot, this.nodes, poolId, liveGpus);
    if (rights === null) return;
    const shares = this.shares.get(poolId);
    if (shares === undefined) {
      this.shares.set(poolId, new PoolShares(rights, this.now()));
      return;
    }
    shares.follow(rights, this.now());
    for (const leafId of waiting) {
      const leaf = shares.tree.indexOf.get(leafId);
      if (leaf !== undefined) shares.counters.resume(leaf);
    }
  }

  /** A request of a leaf begins to wait in some pools. */
  enter(pools: Iterable<PoolId>, leafId: NodeId): void {
    for (const poolId of pools) {
      const shares = this.shares.get(poolId);
      const leaf = shares?.tree.indexOf.get(leafId);
      // Counters as they stand now: who comes back begins where those are who were served meanwhile, told of or not.
      shares?.accrue(this.now());
      if (leaf !== undefined) shares?.counters.enter(leaf);
    }
  }

  /** It no longer waits there. */
  leave(pools: Iterable<PoolId>, leafId: NodeId): void {
    for (const poolId of pools) {
      const shares = this.shares.get(poolId);
      const leaf = shares?.tree.indexOf.get(leafId);
      if (leaf !== undefined) shares?.counters.leave(leaf);
    }
  }

  /** Charges a request that is dispatched to a deployment. */
  charge<Choice extends Chosen>(waiter: Waiter<Choice>, deployment: DeploymentV1): Grant {
    const { poolId } = deployment;
    const shares = this.shares.get(poolId);
    const leaf = shares?.tree.indexOf.get(waiter.leafId) ?? -1;
    if (shares === undefined) throw new Error("a line without the account of its pool");
    const now = this.now();
    const levels = levelsOf(shares, leaf, now);
    const { sequences } = waiter;
    const occupied = sequences * unitsPerSequence(deployment);
    const gpus = (sequences * deployment.gpusPerReplica) / deployment.profile.referenceBatch;
    const place = { deploymentId: deployment.id, sequences, gpus };
    return { poolId, levels, charge: shares.dispatch(leaf, waiter.startsAt(deployment.id), occupied, now, place) };
  }
}
