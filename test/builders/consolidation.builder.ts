import type { Consolidation } from "../../control-plane/src/capacity/domain/consolidation/consolidation-life.js";

/** Just asked for. */
export const aConsolidation = (changes: Partial<Consolidation> = {}): Consolidation => ({
  id: "01890000-0000-7000-8000-0000000000c0",
  campaignId: "01890000-0000-7000-8000-0000000000ca",
  state: "computing",
  progress: 0,
  inputDigest: null,
  reportDigest: null,
  failure: null,
  requestedBy: "andrea",
  requestedAt: new Date("2026-11-02T08:00:00Z"),
  computedAt: null,
  reviewedBy: null,
  publishedBy: null,
  publishedAt: null,
  supplier: null,
  version: 1,
  ...changes,
});
