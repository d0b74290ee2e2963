import type { SupplierVersion } from "./supplier/supplier-version.js";

export const CONSOLIDATION_STATES = ["computing", "computed", "reviewed", "published", "failed", "cancelled"] as const;
export type ConsolidationState = (typeof CONSOLIDATION_STATES)[number];

/** One computation of a campaign: asked for, computed, reviewed, published. What was computed never changes. */
export interface Consolidation {
  readonly id: string;
  readonly campaignId: string;
  readonly state: ConsolidationState;
  /** 0 to 1. */
  readonly progress: number;
  /** SHA-256 of the canonical JSON of the input, and of the report; null before it is computed. */
  readonly inputDigest: string | null;
  readonly reportDigest: string | null;
  /** Why it failed. */
  readonly failure: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly computedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  /** null before it is computed. */
  readonly supplier: SupplierVersion | null;
  readonly version: number;
}

const STEPS: Readonly<Record<ConsolidationState, readonly ConsolidationState[]>> = {
  computing: ["computed", "failed", "cancelled"],
  computed: ["reviewed"],
  reviewed: ["published"],
  published: [],
  failed: [],
  cancelled: [],
};

export const mayBecome = (from: ConsolidationState, to: ConsolidationState): boolean => STEPS[from].includes(to);
