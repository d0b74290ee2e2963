import type { DataLabel } from "@socle/contracts";
import type { CircularCriteria } from "./circular-criteria.js";
import type { ObjectiveScore } from "./sovereignty-score.js";

/** The seven domains of the interministerial seminar of April 2026, and those that the plan and the inventory add. */
export const DEPENDENCY_DOMAINS = [
  "workstation",
  "collaboration",
  "antivirus",
  "ai",
  "database",
  "virtualisation",
  "network",
  "operating_system",
  "office_suite",
  "cloud",
  "business_software",
  "compute",
] as const;
export type DependencyDomain = (typeof DEPENDENCY_DOMAINS)[number];

export const DEPENDENCY_DEPLOYMENTS = ["on_premises", "saas", "iaas"] as const;
export type DependencyDeployment = (typeof DEPENDENCY_DEPLOYMENTS)[number];

export const DEPENDENCY_CRITICALITIES = ["low", "medium", "high", "vital"] as const;
export type DependencyCriticality = (typeof DEPENDENCY_CRITICALITIES)[number];

export const DEPENDENCY_TARGETS = ["keep", "contain", "reduce", "exit"] as const;
export type DependencyTarget = (typeof DEPENDENCY_TARGETS)[number];

/** Where a replacement comes from: shared between administrations, bought in Europe, or built. */
export const REPLACEMENT_SOURCES = ["mutualised", "european_market", "build"] as const;
export type ReplacementSource = (typeof REPLACEMENT_SOURCES)[number];

/** One line of a ministry's inventory: a product it depends on, what it costs, and what it means to do about it. */
export interface Dependency {
  readonly id: string;
  readonly domain: DependencyDomain;
  readonly product: string;
  readonly vendor: string;
  /** ISO 3166-1 alpha-2 of whoever controls the vendor. */
  readonly vendorCountry: string;
  readonly contractReference: string | null;
  readonly licences: number | null;
  readonly users: number | null;
  /** Whole euros a year. */
  readonly annualCostEuros: number;
  /** Where its figures come from: a contract, an invoice, a plan, an estimate; empty when nobody said. */
  readonly source: string;
  /** Days of the calendar, `YYYY-MM-DD`. */
  readonly renewalDate: string | null;
  readonly noticeDate: string | null;
  readonly criticality: DependencyCriticality;
  /** An essential mission stops without it. */
  readonly essential: boolean;
  readonly labels: readonly DataLabel[];
  readonly deployment: DependencyDeployment;
  readonly substitutes: string;
  /** Formats, interfaces and skills that hold one back. */
  readonly lockIn: string;
  /** Expected to grow with the use of AI. */
  readonly aiGrowth: boolean;
  readonly criteria: CircularCriteria | null;
  /** For cloud services: the objectives of the European framework, declared by the ministry. */
  readonly sovereignty: readonly ObjectiveScore[];
  readonly target: DependencyTarget | null;
  readonly targetProduct: string | null;
  readonly replacementSource: ReplacementSource | null;
  /** Lowest assurance level aimed at, 0 to 4. */
  readonly targetSeal: number | null;
  readonly targetDate: string | null;
}

/** A dependency whose loss stops an essential mission, or whose criticality is vital: it needs an exit plan. */
export const needsExitPlan = ({ essential, criticality, target }: Dependency): boolean =>
  (essential || criticality === "vital") && target !== "keep";
