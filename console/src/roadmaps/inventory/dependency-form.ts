import type {
  DependencyCriticality,
  DependencyDeployment,
  DependencyDomain,
  DependencyInput,
  DependencyTarget,
  ReplacementSource,
} from "../../generated/operations";
import type { DependencyLineRow } from "../roadmap-states";
import {
  figureOf,
  figureOrNull,
  isWhole,
  isWholeOrNone,
  MOST_EUROS,
  MOST_PEOPLE,
  textOrNull,
  typedFigure,
} from "../typed-figures";
import { toSovereignty, typedScores, wrongObjectives, type TypedScores } from "./sovereignty-form";

/** The form's fields as typed. */
export interface DependencyForm {
  readonly domain: DependencyDomain;
  readonly product: string;
  readonly vendor: string;
  readonly vendorCountry: string;
  readonly contractReference: string;
  readonly licences: string;
  readonly users: string;
  readonly annualCostEuros: string;
  readonly source: string;
  readonly renewalDate: string;
  readonly noticeDate: string;
  readonly criticality: DependencyCriticality;
  readonly essential: boolean;
  readonly labels: readonly string[];
  readonly deployment: DependencyDeployment;
  readonly substitutes: string;
  readonly lockIn: string;
  readonly aiGrowth: boolean;
  readonly immunity: string;
  readonly substitutability: string;
  readonly control: string;
  readonly sovereignty: TypedScores;
  readonly target: DependencyTarget | "";
  readonly targetProduct: string;
  readonly replacementSource: ReplacementSource | "";
  readonly targetSeal: string;
  readonly targetDate: string;
}
export type DependencyField = keyof DependencyForm;

export const DOMAINS: readonly DependencyDomain[] = [
  "WORKSTATION",
  "COLLABORATION",
  "ANTIVIRUS",
  "AI",
  "DATABASE",
  "VIRTUALISATION",
  "NETWORK",
  "OPERATING_SYSTEM",
  "OFFICE_SUITE",
  "CLOUD",
  "BUSINESS_SOFTWARE",
  "COMPUTE",
];
export const CRITICALITIES: readonly DependencyCriticality[] = ["LOW", "MEDIUM", "HIGH", "VITAL"];
export const DEPLOYMENTS: readonly DependencyDeployment[] = ["ON_PREMISES", "SAAS", "IAAS"];
export const TARGETS: readonly DependencyTarget[] = ["KEEP", "CONTAIN", "REDUCE", "EXIT"];
export const SOURCES: readonly ReplacementSource[] = ["MUTUALISED", "EUROPEAN_MARKET", "BUILD"];
export const MARKS = ["0", "1", "2", "3", "4"] as const;
export const CRITERIA = ["immunity", "substitutability", "control"] as const;

const typed = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);

export const dependencyForm = (present: DependencyLineRow | null): DependencyForm => ({
  domain: present?.domain ?? "OFFICE_SUITE",
  product: typed(present?.product),
  vendor: typed(present?.vendor),
  vendorCountry: typed(present?.vendorCountry),
  contractReference: typed(present?.contractReference),
  licences: typed(present?.licences),
  users: typed(present?.users),
  annualCostEuros: present === null ? "" : typedFigure(present.annualCostEuros),
  source: typed(present?.source),
  renewalDate: typed(present?.renewalDate),
  noticeDate: typed(present?.noticeDate),
  criticality: present?.criticality ?? "MEDIUM",
  essential: present?.essential ?? false,
  labels: present?.labels ?? [],
  deployment: present?.deployment ?? "ON_PREMISES",
  substitutes: typed(present?.substitutes),
  lockIn: typed(present?.lockIn),
  aiGrowth: present?.aiGrowth ?? false,
  immunity: typed(present?.criteria?.immunity),
  substitutability: typed(present?.criteria?.substitutability),
  control: typed(present?.criteria?.control),
  sovereignty: typedScores(present?.sovereignty ?? []),
  target: present?.target ?? "",
  targetProduct: typed(present?.targetProduct),
  replacementSource: present?.replacementSource ?? "",
  targetSeal: typed(present?.targetSeal),
  targetDate: typed(present?.targetDate),
});

/** Fields to correct, as the server asks; the three marks come together or not at all. */
export function wrongDependencyFields(form: DependencyForm): readonly DependencyField[] {
  const marks = CRITERIA.map((criterion) => form[criterion]);
  const together = marks.every((mark) => mark === "") || marks.every((mark) => mark !== "");
  const checks: readonly [DependencyField, boolean][] = [
    ["product", form.product.trim() !== ""],
    ["vendor", form.vendor.trim() !== ""],
    ["vendorCountry", /^[A-Za-z]{2}$/u.test(form.vendorCountry.trim())],
    ["annualCostEuros", isWhole(form.annualCostEuros, 0, MOST_EUROS)],
    ["licences", isWholeOrNone(form.licences, 0, MOST_PEOPLE)],
    ["users", isWholeOrNone(form.users, 0, MOST_PEOPLE)],
    ["noticeDate", form.noticeDate === "" || form.renewalDate === "" || form.noticeDate <= form.renewalDate],
    ["immunity", together],
    ["sovereignty", wrongObjectives(form.sovereignty).length === 0],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the form shows as the server takes it; what is left empty is not known. */
export function toDependencyInput(form: DependencyForm): DependencyInput {
  const { immunity, substitutability, control, ...fields } = form;
  const scored = immunity !== "" && substitutability !== "" && control !== "";
  return {
    ...fields,
    product: fields.product.trim(),
    vendor: fields.vendor.trim(),
    vendorCountry: fields.vendorCountry.trim().toUpperCase(),
    contractReference: textOrNull(fields.contractReference),
    licences: figureOrNull(fields.licences),
    users: figureOrNull(fields.users),
    annualCostEuros: figureOf(fields.annualCostEuros),
    renewalDate: textOrNull(fields.renewalDate),
    noticeDate: textOrNull(fields.noticeDate),
    sovereignty: toSovereignty(form.sovereignty),
    target: fields.target === "" ? null : fields.target,
    targetProduct: textOrNull(fields.targetProduct),
    replacementSource: fields.replacementSource === "" ? null : fields.replacementSource,
    targetSeal: figureOrNull(fields.targetSeal),
    targetDate: textOrNull(fields.targetDate),
    criteria: scored
      ? { immunity: Number(immunity), substitutability: Number(substitutability), control: Number(control) }
      : null,
  };
}
