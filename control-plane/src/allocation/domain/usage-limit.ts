import type { NodeType } from "./node.js";

/** A ceiling that each replica applies alone: requests of a node running at once. */
export interface UsageLimit {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeType: NodeType;
  readonly organisationId: string;
  readonly kind: "concurrency";
  readonly value: number;
}
