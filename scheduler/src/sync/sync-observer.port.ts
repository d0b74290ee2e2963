type SyncCall = "snapshot" | "lease" | "usage";
/** `ok`: answered and understood; `unavailable`: no whole answer; `rejected`: an answer that says no or makes no sense. */
export type SyncOutcome = "ok" | "unavailable" | "rejected";
/**
 * Why a snapshot, or only the rules in it, was not taken: not signed by the control plane, unreadable, not newer than
 * the one held, or with rules that do not compile.
 */
export type SnapshotRefusal = "signature" | "malformed" | "older" | "policies";

/** What the exchange with the control plane tells metrics. Never throws. */
export interface SyncObserver {
  called(call: SyncCall, outcome: SyncOutcome, milliseconds: number): void;
  snapshotRefused(reason: SnapshotRefusal): void;
  usageShipped(records: number): void;
}
