import type { Dependency } from "../../control-plane/src/roadmaps/domain/dependency.js";
import type { RoadmapAction } from "../../control-plane/src/roadmaps/domain/roadmap-action.js";
import { emptyContent, type RoadmapContent } from "../../control-plane/src/roadmaps/domain/roadmap.js";
import type { SovereigntyFramework } from "../../control-plane/src/roadmaps/domain/sovereignty-score.js";
import type { RoadmapExercise } from "../../control-plane/src/roadmaps/ports/roadmap-reference.port.js";

export const aFramework: SovereigntyFramework = {
  version: "EU CSF 1.2.1",
  source: "test",
  weights: {
    strategic: 15,
    legal: 10,
    data_ai: 10,
    operational: 15,
    supply_chain: 20,
    technology: 15,
    security: 10,
    environment: 5,
  },
  insourcingRatio: 1.5,
};

export const anExercise: RoadmapExercise = {
  year: 2026,
  deadline: new Date("2026-12-21T23:00:00Z"),
  framework: aFramework,
  references: [
    { label: "Total", kind: "spend", vendor: null, domain: null, euros: 4_500_000_000, source: "test" },
    { label: "VMware", kind: "spend", vendor: "VMware", domain: null, euros: 61_000_000, source: "test" },
  ],
};

/** A complete line of an inventory, to keep: what a use case takes, without its id. */
export const dependencyFields = (fields: Partial<Dependency> = {}): Omit<Dependency, "id"> => ({
  domain: "virtualisation",
  product: "vSphere",
  vendor: "VMware",
  vendorCountry: "US",
  contractReference: null,
  licences: 400,
  users: null,
  annualCostEuros: 1_000_000,
  source: "",
  renewalDate: "2027-06-30",
  noticeDate: "2027-03-31",
  criticality: "high",
  essential: false,
  labels: ["internal"],
  deployment: "on_premises",
  substitutes: "Proxmox",
  lockIn: "",
  aiGrowth: false,
  criteria: { immunity: 1, substitutability: 2, control: 1 },
  sovereignty: [],
  target: "keep",
  targetProduct: null,
  replacementSource: null,
  targetSeal: null,
  targetDate: null,
  ...fields,
});
export const aDependency = (fields: Partial<Dependency> & { readonly id: string }): Dependency => ({
  ...dependencyFields(fields),
  id: fields.id,
});

export const anAction = (fields: Partial<RoadmapAction> & { readonly id: string }): RoadmapAction => ({
  dependencyId: "d1",
  type: "migrate",
  title: `Action ${fields.id}`,
  owner: "DNUM",
  start: "2027-01-01",
  end: "2027-12-31",
  oneOffCostEuros: 0,
  runDeltaEuros: 0,
  internalCostEuros: 0,
  source: "",
  usersMigrated: 0,
  usersTotal: 0,
  after: [],
  blocker: "",
  risk: "low",
  evidence: "",
  milestones: [],
  progress: "planned",
  ...fields,
});

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];

/** Spend and trajectory over every year that validation asks for. */
export const coveredYears: Pick<RoadmapContent, "plannedSpend" | "trajectory"> = {
  plannedSpend: YEARS.map((year) => ({ year, domain: "virtualisation", euros: 1_000_000 })),
  trajectory: YEARS.map((year) => ({ year, sovereignUsersPct: 10, sensitiveOnQualifiedPct: 20 })),
};

export const aContent = (fields: Partial<RoadmapContent> = {}): RoadmapContent => ({
  ...emptyContent,
  ...coveredYears,
  dependencies: [aDependency({ id: "d1" })],
  ...fields,
});
