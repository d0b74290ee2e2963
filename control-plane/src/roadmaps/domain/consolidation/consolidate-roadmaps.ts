import type { SovereigntyFramework } from "../sovereignty-score.js";
import type { MinistryRoadmap, ReferenceSpend } from "./consolidation-input.js";
import {
  blockedActions,
  sealDistribution,
  statusOf,
  untriedExits,
  type FollowUp,
  type MinistryStatus,
  type SealCount,
} from "./follow-up.js";
import { negotiationWindows, type NegotiationWindow } from "./negotiation-windows.js";
import { insourcingOf, savingsOf, type Insourcing, type Savings } from "./savings.js";
import {
  coverageOf,
  spendByDomain,
  spendByVendor,
  spendByYear,
  type DomainSpend,
  type ReferenceCoverage,
  type VendorSpend,
  type YearSpend,
} from "./spend.js";

export interface ConsolidationSettings {
  readonly framework: SovereigntyFramework;
  readonly references: readonly ReferenceSpend[];
  readonly deadline: Date;
  readonly now: Date;
  /** `YYYY-MM-DD` of `now` in Paris. */
  readonly today: string;
  readonly windowMonths: number;
}

/** The State's dependencies as its ministries declared them; every figure can be recomputed from the lines. */
export interface RoadmapReport {
  readonly ministries: readonly MinistryStatus[];
  /** Whole euros a year over all lines: the sum of vendors, of domains and of ministries. */
  readonly totalEuros: number;
  readonly vendors: readonly VendorSpend[];
  readonly domains: readonly DomainSpend[];
  readonly years: readonly YearSpend[];
  readonly references: readonly ReferenceCoverage[];
  readonly windows: readonly NegotiationWindow[];
  readonly savings: Savings;
  readonly insourcing: Insourcing;
  readonly seals: readonly SealCount[];
  readonly blocked: readonly FollowUp[];
  readonly untriedExits: readonly FollowUp[];
  readonly frameworkVersion: string;
}

/** Pure: the same roadmaps and settings give the same report. */
export function consolidateRoadmaps(
  ministries: readonly MinistryRoadmap[],
  settings: ConsolidationSettings,
): RoadmapReport {
  const { framework, references, deadline, now, today, windowMonths } = settings;
  const vendors = spendByVendor(ministries);
  return {
    ministries: ministries.map((ministry) => statusOf(ministry, deadline, now)),
    totalEuros: vendors.reduce((sum, { euros }) => sum + euros, 0),
    vendors,
    domains: spendByDomain(ministries),
    years: spendByYear(ministries),
    references: coverageOf(references, ministries),
    windows: negotiationWindows(ministries, today, windowMonths),
    savings: savingsOf(ministries),
    insourcing: insourcingOf(ministries, framework),
    seals: sealDistribution(ministries, framework),
    blocked: blockedActions(ministries, today),
    untriedExits: untriedExits(ministries),
    frameworkVersion: framework.version,
  };
}
