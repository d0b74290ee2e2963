import type { NodeId, PoolActivityV1, PoolId } from "@socle/contracts";
import type { Caller, CompiledSnapshot } from "./snapshot/compiled-snapshot.js";

interface Cell {
  readonly poolId: PoolId;
  readonly nodeId: NodeId;
  running: number;
  waiting: number;
  gpuSeconds: number;
}

/** What runs and waits now by (pool, node), and the GPU-seconds charged since the last report that was answered. */
export interface ActivityMeter {
  running(poolId: PoolId, nodeId: NodeId, delta: 1 | -1): void;
  waiting(poolId: PoolId, nodeId: NodeId, delta: 1 | -1): void;
  charge(poolId: PoolId, nodeId: NodeId, gpuSeconds: number): void;
  /** For a lease call. What it holds is subtracted by `answered`, so that a lost call loses nothing. */
  report(monotonicNow: number): readonly PoolActivityV1[];
  answered(report: readonly PoolActivityV1[], monotonicNow: number): void;
}

export const createActivityMeter = (startedAt: number): ActivityMeter => {
  const cells = new Map<string, Cell>();
  let since = startedAt;
  const cell = (poolId: PoolId, nodeId: NodeId): Cell => {
    const name = `${poolId} ${nodeId}`;
    const known = cells.get(name);
    if (known !== undefined) return known;
    const fresh = { poolId, nodeId, running: 0, waiting: 0, gpuSeconds: 0 };
    cells.set(name, fresh);
    return fresh;
  };
  return {
    running: (poolId, nodeId, delta) => void (cell(poolId, nodeId).running += delta),
    waiting: (poolId, nodeId, delta) => void (cell(poolId, nodeId).waiting += delta),
    charge: (poolId, nodeId, gpuSeconds) => void (cell(poolId, nodeId).gpuSeconds += gpuSeconds),
    report: (monotonicNow) =>
      [...cells.values()].map((entry) => ({ ...entry, windowMs: Math.max(1, Math.round(monotonicNow - since)) })),
    answered(report, monotonicNow) {
      since = monotonicNow;
      for (const sent of report) {
        const entry = cell(sent.poolId, sent.nodeId);
        entry.gpuSeconds = Math.max(0, entry.gpuSeconds - sent.gpuSeconds);
        if (entry.running === 0 && entry.waiting === 0 && entry.gpuSeconds === 0) {
          cells.delete(`${entry.poolId} ${entry.nodeId}`);
        }
      }
    },
  };
};

/** The meter as one request writes to it: at the node whose right in a pool the request uses. */
export class CallerActivity {
  constructor(
    private readonly meter: ActivityMeter,
    private readonly snapshot: Pick<CompiledSnapshot, "allocationNode">,
    private readonly caller: Pick<Caller, "path" | "organisation">,
  ) {}

  running(poolId: PoolId, delta: 1 | -1): void {
    this.meter.running(poolId, this.nodeIn(poolId), delta);
  }

  waiting(poolId: PoolId, delta: 1 | -1): void {
    this.meter.waiting(poolId, this.nodeIn(poolId), delta);
  }

  charge(poolId: PoolId, gpuSeconds: number): void {
    this.meter.charge(poolId, this.nodeIn(poolId), gpuSeconds);
  }

  private nodeIn(poolId: PoolId): NodeId {
    return this.snapshot.allocationNode(poolId, this.caller.path) ?? this.caller.organisation.id;
  }
}
