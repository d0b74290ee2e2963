import type { Context } from "../../kernel/use-case.js";
import type { PublishedSnapshot } from "../domain/snapshot.js";

/** The last published snapshots, shared by the replicas of the control plane. */
export interface SnapshotStore {
  latest(ctx: Context): Promise<PublishedSnapshot | null>;
  /** False when another replica published this number meanwhile: what was composed may be old. */
  publish(ctx: Context, snapshot: PublishedSnapshot): Promise<boolean>;
}

/** Snapshots kept for looking back; a scheduler only ever asks for the latest. */
export const KEPT_SNAPSHOTS = 50;
