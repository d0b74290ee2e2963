import type { Quarter } from "../campaign/quarter.js";
import type { Confidence, HostingSupply, LabelDemand } from "./breakdowns.js";
import type { Cell } from "./cells.js";
import type { Ministry } from "./consolidation-input.js";
import type { Pooling } from "./demand/pooling.js";
import type { Unsized } from "./demand/size-campaign.js";
import type { ReconciliationLine } from "./reconciliation.js";
import type { Savings } from "./savings.js";
import type { Expiry } from "./signals/expiries.js";
import type { LendingProposal } from "./signals/lending.js";
import type { PurchaseSignal } from "./signals/purchases.js";
import type { Redundancy } from "./signals/redundancies.js";
import type { UnderUsed } from "./signals/under-used.js";
import type { SupplierVersion } from "./supplier/supplier-version.js";
import type { UnitCost } from "./supply/unit-costs.js";

export const CONSOLIDATION_METHOD = "consolidation/1";

/** How a column of the report is got: shown beside its figures. */
export interface FigureNote {
  readonly figure: string;
  readonly basis: "declared" | "measured" | "estimated";
  readonly method: string;
}

/** One quarter of one need as the consolidation counts it. */
export interface NeedResult {
  readonly needId: string;
  readonly organisationId: string;
  readonly reference: string;
  readonly quarter: Quarter;
  readonly gpuType: string;
  readonly zone: string;
  readonly criticality: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** Fewest GPUs of any use: one replica; 0 when none is asked for. What a round is told beside the range. */
  readonly minUseful: number;
  readonly granted: number;
  readonly unmet: number;
  readonly basis: string;
  readonly method: string;
}

/** Needs against capacities of a campaign, as everything stood when it was computed. Never changed afterwards. */
export interface ConsolidationReport {
  readonly method: string;
  readonly campaign: { readonly id: string; readonly name: string; readonly quarters: readonly Quarter[] };
  readonly ministries: readonly Ministry[];
  readonly notes: readonly FigureNote[];
  readonly cells: readonly Cell[];
  readonly hostings: readonly HostingSupply[];
  readonly labels: readonly LabelDemand[];
  readonly confidence: readonly Confidence[];
  readonly unsized: readonly Unsized[];
  readonly poolings: readonly Pooling[];
  readonly savings: Savings;
  readonly lending: readonly LendingProposal[];
  readonly purchases: readonly PurchaseSignal[];
  readonly redundancies: readonly Redundancy[];
  readonly expiries: readonly Expiry[];
  readonly underUsed: readonly UnderUsed[];
  readonly unitCosts: readonly UnitCost[];
  readonly reconciliation: readonly ReconciliationLine[];
}

/** All that one computation gives. */
export interface Consolidated {
  readonly report: ConsolidationReport;
  readonly needs: readonly NeedResult[];
  readonly supplier: SupplierVersion;
}
