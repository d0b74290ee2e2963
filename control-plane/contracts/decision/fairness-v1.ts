import type { NodeId } from "../ids.js";

/**
 * Where one node of a request's path stood in the pool when the request's turn came, before it was charged. GPUs are
 * those of the pool.
 */
export interface FairnessLevelV1 {
  readonly nodeId: NodeId;
  /** What the node was served on: its never-lent guarantee, the rest of its nominal right, or what others left idle. */
  readonly tier: "guarantee" | "nominal" | "borrowing";
  /** Nominal right, GPUs, as live capacity lets it be. */
  readonly right: number;
  /** GPUs that live capacity lacks to the node's nominal right; 0 when absent. */
  readonly shortfall?: number;
  /** GPUs occupied by what ran. */
  readonly occupied: number;
  /** GPUs of it beyond the right. */
  readonly borrowing: number;
  /** GPU-seconds served in this tier for each unit of weight: the smallest among siblings goes first. */
  readonly counter: number;
}
