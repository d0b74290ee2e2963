import { ProfileCatalogue } from "../profiles/profile-catalogue.js";
import { SIZING_METHOD } from "../sizing/assumptions.js";
import { confidenceOf, demandByLabel, supplyByHosting } from "./breakdowns.js";
import { cellsOf } from "./cells.js";
import type { ConsolidationInput } from "./consolidation-input.js";
import { CONSOLIDATION_METHOD, type Consolidated, type FigureNote, type NeedResult } from "./consolidation.js";
import { grantDemands, HUNDREDTHS, type Grant } from "./demand/grants.js";
import { poolings } from "./demand/pooling.js";
import { sizingSteps } from "./demand/size-campaign.js";
import { reconcile } from "./reconciliation.js";
import { savingsOf } from "./savings.js";
import { expiries } from "./signals/expiries.js";
import { lendingProposals } from "./signals/lending.js";
import { purchaseSignals } from "./signals/purchases.js";
import { redundancies } from "./signals/redundancies.js";
import { underUsed } from "./signals/under-used.js";
import { supplierVersion } from "./supplier/supplier-version.js";
import { supplies } from "./supply/supply.js";
import { unitCosts } from "./supply/unit-costs.js";

const NOTES: readonly FigureNote[] = [
  { figure: "demand", basis: "estimated", method: SIZING_METHOD },
  { figure: "declared", basis: "declared", method: "accepted lines, there on the first day of the quarter" },
  { figure: "verified", basis: "measured", method: "seen in the pool that the line serves, at most what is declared" },
  { figure: "offered", basis: "declared", method: "declared × shareable share, rounded down" },
  { figure: "allocated", basis: "declared", method: "rights in pools that no right above contains" },
  { figure: "usedP95", basis: "measured", method: "ledger: 95th percentile of daily mean GPUs, 90 days" },
  { figure: "idleLendable", basis: "estimated", method: "min(offered, declared − greater of kept and in use)" },
  { figure: "granted", basis: "estimated", method: "likely demand covered by rights, most critical first" },
  { figure: "unmet", basis: "estimated", method: "likely demand − granted" },
];

/**
 * Everything that a campaign says, added up. Pure: the same input gives the same report, whoever computes it.
 * Yields between pieces of work the share that is done, 0 to 1, so that others may run meanwhile.
 */
export function* consolidationSteps(input: ConsolidationInput): Generator<number, Consolidated> {
  const { campaign, ministries, lines, allocations, pools } = input;
  const catalogue = new ProfileCatalogue(input.profiles);
  const sizing = sizingSteps(input, catalogue);
  let step = sizing.next();
  while (step.done !== true) {
    yield step.value * SIZING_PART;
    step = sizing.next();
  }
  const { demands, unsized } = step.value;
  const pooled = poolings(demands, catalogue);
  yield SIZING_PART + 0.1;
  const grants = grantDemands(demands, allocations);
  const supply = supplies(lines, pools, campaign.quarters);
  yield SIZING_PART + 0.2;
  const cells = cellsOf(grants, supply, allocations, campaign.quarters);
  const lending = lendingProposals(grants, supply);
  const costs = unitCosts(lines);
  yield SIZING_PART + 0.3;
  const report = {
    method: CONSOLIDATION_METHOD,
    campaign,
    ministries,
    notes: NOTES,
    cells,
    hostings: supplyByHosting(supply),
    labels: demandByLabel(demands),
    confidence: confidenceOf(demands),
    unsized,
    poolings: pooled,
    savings: savingsOf(demands, pooled, costs),
    lending,
    purchases: purchaseSignals(grants, lending, campaign.quarters),
    redundancies: redundancies(lines),
    expiries: expiries(lines, campaign.quarters),
    underUsed: underUsed(allocations),
    unitCosts: costs,
    reconciliation: reconcile(input, cells, grants, supply),
  };
  return { report, needs: grants.map(needResult), supplier: supplierVersion(cells) };
}

/** Part of the work that sizing is. */
const SIZING_PART = 0.6;

/** All of it at once. */
export function consolidate(input: ConsolidationInput): Consolidated {
  const steps = consolidationSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function needResult({ demand, granted, unmet }: Grant): NeedResult {
  const { need, quarter, gpuType, zone, gpus, sized, basis, method } = demand;
  return {
    needId: need.id,
    organisationId: need.organisationId,
    reference: need.content.reference,
    quarter,
    gpuType,
    zone,
    criticality: need.content.criticality,
    ...gpus,
    minUseful: Math.min(gpus.likely, sized.kind === "served" ? sized.likely.plan.profile.gpusPerReplica : 1),
    granted: granted / HUNDREDTHS,
    unmet: unmet / HUNDREDTHS,
    basis,
    method,
  };
}
