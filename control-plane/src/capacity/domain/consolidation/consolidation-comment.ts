/** Parts of a report that a remark may be on: the tables that people read. */
export const REPORT_PARTS = [
  "cells",
  "hostings",
  "labels",
  "confidence",
  "unsized",
  "poolings",
  "savings",
  "lending",
  "purchases",
  "redundancies",
  "expiries",
  "under_used",
  "unit_costs",
  "reconciliation",
  "supplier_version",
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** A remark on what was computed; append-only, and the figures stay as they are. */
export interface ConsolidationComment {
  readonly id: string;
  readonly consolidationId: string;
  readonly at: Date;
  readonly by: string;
  /** `null` for the whole. */
  readonly part: ReportPart | null;
  readonly body: string;
}
