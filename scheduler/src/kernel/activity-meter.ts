import type { NodeId, PoolActivityV1, PoolId } from "@socle/contracts";

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
