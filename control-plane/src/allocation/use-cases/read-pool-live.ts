import type { Context } from "../../kernel/use-case.js";
import type { PlacedAllocation } from "../domain/allocation.js";
import { activityByMinistry } from "../domain/ministry-activity.js";
import { poolLive, type PoolLive } from "../domain/pool-live.js";
import type { AllocationRepository } from "../ports/allocation-repository.port.js";
import type { LeaseStore } from "../ports/lease-store.port.js";
import type { NodeDirectory } from "../ports/node-directory.port.js";
import type { PoolActivityStore } from "../ports/pool-activity.port.js";

export interface ReadPoolLivePorts {
  readonly nodes: NodeDirectory;
  readonly allocations: AllocationRepository;
  readonly activity: PoolActivityStore;
  readonly leases: LeaseStore;
}

export interface PoolLiveReading extends PoolLive {
  /** Time of the newest report on the pool; `null` when nothing ran in the window. */
  readonly at: Date | null;
  /** Replicas that were heard of in the window. */
  readonly replicas: number;
}

const WINDOW_SECONDS = 10;

/** The account of a pool over the last ten seconds. Reads every ministry's part: run it as the system. */
export const readPoolLive =
  (ports: ReadPoolLivePorts) =>
  async (ctx: Context, pool: { readonly id: string; readonly gpuCount: number }): Promise<PoolLiveReading> => {
    const since = new Date(ctx.clock.now().getTime() - WINDOW_SECONDS * 1000);
    const root = await ports.nodes.root(ctx);
    const allocations = await ports.allocations.list(ctx, pool.id);
    const reports = await ports.activity.recent(ctx, pool.id, since);
    const replicas = await ports.leases.activeReplicas(ctx, since);
    const ids = new Set([...allocations, ...reports].map((each) => each.nodeId));
    const nodes = await ports.nodes.find(ctx, [...ids]);
    const paths = new Map(nodes.map((node) => [node.id, node.path]));
    const placed = allocations.map((allocation): PlacedAllocation => {
      return { ...allocation, path: paths.get(allocation.nodeId) ?? [allocation.nodeId, root] };
    });
    const ministries = activityByMinistry(root, nodes, placed, reports, WINDOW_SECONDS);
    const at = reports.reduce<Date | null>(
      (newest, { at: each }) => (newest === null || each > newest ? each : newest),
      null,
    );
    return { ...poolLive(pool.gpuCount, ministries), at, replicas: replicas.length };
  };
