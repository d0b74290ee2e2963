import type { ReplicaId } from "../ids.js";
import type { DecisionV1 } from "../decision/decision-v1.js";
import type { UsageV1 } from "./usage-v1.js";

/**
 * One line of a scheduler's spool: every request, served or refused, is exactly one record, named by
 * (replica, epoch, sequence).
 */
export interface RequestRecordV1 {
  readonly replica: ReplicaId;
  readonly epoch: number;
  /** 1, 2, 3… without gap within the epoch. */
  readonly sequence: number;
  readonly decision: DecisionV1;
  /** `null` when nothing ran: refused, or failed before an endpoint took it. */
  readonly usage: UsageV1 | null;
}

/** Records of one (replica, epoch), in sequence order, none missing between first and last but those set aside. */
export interface UsageBatchV1 {
  readonly replica: ReplicaId;
  readonly epoch: number;
  readonly records: readonly RequestRecordV1[];
  /**
   * Sequences that the ledger could not read, which the replica keeps apart and sends again later, alone: the high-water
   * mark passes over them.
   */
  readonly setAside?: readonly number[];
}

export interface UsageAcknowledgementV1 {
  /** Everything of this (replica, epoch) up to here is in the ledger; the spool may drop it. */
  readonly highWater: number;
}

export const USAGE_PATH = "/internal/v1/usage";
