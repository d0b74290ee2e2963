import type {
  DependencyCriticality,
  DependencyDeployment,
  DependencyDomain,
  DependencyInput,
  DependencyTarget,
  ReplacementSource,
} from "../../generated/operations";
import {
  chosenIn,
  type FieldSpec,
  figureOf,
  figureOrNull,
  type FormValues,
  orNull,
  typedFigure,
} from "../../parts/form/field-spec";
import { LABELS } from "../../parts/use-cases/labels";
import { MOST_EUROS, MOST_PEOPLE } from "../figures";
import type { DependencyLineRow } from "../roadmap-states";
import { scoresIn, toSovereignty, typedScores, wrongObjectives } from "./sovereignty-form";

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
const CRITICALITIES: readonly DependencyCriticality[] = ["LOW", "MEDIUM", "HIGH", "VITAL"];
const DEPLOYMENTS: readonly DependencyDeployment[] = ["ON_PREMISES", "SAAS", "IAAS"];
const TARGETS: readonly DependencyTarget[] = ["KEEP", "CONTAIN", "REDUCE", "EXIT"];
const SOURCES: readonly ReplacementSource[] = ["MUTUALISED", "EUROPEAN_MARKET", "BUILD"];
export const MARKS = ["0", "1", "2", "3", "4"] as const;
export const CRITERIA = ["immunity", "substitutability", "control"] as const;

const SPECS = {
  product: { kind: "line", half: true, part: "product" },
  vendor: { kind: "line", half: true },
  domain: { kind: "choice", half: true },
  vendorCountry: { kind: "country", half: true },
  deployment: { kind: "choice", half: true },
  criticality: { kind: "choice", half: true },
  essential: { kind: "yes" },
  aiGrowth: { kind: "yes" },
  labels: { kind: "many", optional: true },
  annualCostEuros: { kind: "whole", min: 0, max: MOST_EUROS, unit: "€", half: true, part: "contract" },
  contractReference: { kind: "line", optional: true, half: true },
  renewalDate: { kind: "day", optional: true, half: true },
  noticeDate: { kind: "day", optional: true, half: true },
  licences: { kind: "whole", min: 0, max: MOST_PEOPLE, optional: true, half: true },
  users: { kind: "whole", min: 0, max: MOST_PEOPLE, optional: true, half: true },
  source: { kind: "line", optional: true },
  lockIn: { kind: "text", optional: true },
  substitutes: { kind: "text", optional: true },
  immunity: { kind: "choice", optional: true, half: true, part: "score" },
  substitutability: { kind: "choice", optional: true, half: true },
  control: { kind: "choice", optional: true, half: true },
  sovereignty: { kind: "own" },
  target: { kind: "choice", optional: true, half: true, part: "target" },
  targetDate: { kind: "day", optional: true, half: true },
  targetProduct: { kind: "line", optional: true, half: true },
  replacementSource: { kind: "choice", optional: true, half: true },
  targetSeal: { kind: "choice", optional: true, half: true },
} as const satisfies Readonly<Record<string, Omit<FieldSpec, "name">>>;

export type DependencyField = keyof typeof SPECS;
export type DependencyValues = FormValues<DependencyField>;

/** One line of the inventory: what it is, what holds one to it, how it is judged, what is aimed at. */
export function dependencySpecs(t: (key: string) => string): readonly FieldSpec<DependencyField>[] {
  const worded = (values: readonly string[], key: string) => ({
    choices: values.map((one) => [one, t(`${key}.${one}`)] as const),
  });
  const marks = { choices: MARKS.map((mark) => [mark, mark] as const), none: t("roadmaps.unscored") };
  const offered: Readonly<Partial<Record<DependencyField, Pick<FieldSpec, "choices" | "none">>>> = {
    domain: worded(DOMAINS, "dependencyDomain"),
    deployment: worded(DEPLOYMENTS, "dependencyDeployment"),
    criticality: worded(CRITICALITIES, "dependencyCriticality"),
    labels: worded(LABELS, "label"),
    ...{ immunity: marks, substitutability: marks, control: marks },
    target: { ...worded(TARGETS, "dependencyTarget"), none: t("roadmaps.noTarget") },
    replacementSource: worded(SOURCES, "replacementSource"),
    targetSeal: { choices: MARKS.map((mark) => [mark, `SEAL ${mark}`] as const) },
  };
  return (Object.keys(SPECS) as DependencyField[]).map((name) => ({ name, ...SPECS[name], ...offered[name] }));
}

const typed = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
const box = (ticked: boolean | undefined): string => (ticked === true ? "yes" : "");

export const dependencyForm = (present: DependencyLineRow | null): DependencyValues => ({
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
  essential: box(present?.essential),
  labels: (present?.labels ?? []).join(","),
  deployment: present?.deployment ?? "ON_PREMISES",
  substitutes: typed(present?.substitutes),
  lockIn: typed(present?.lockIn),
  aiGrowth: box(present?.aiGrowth),
  immunity: typed(present?.criteria?.immunity),
  substitutability: typed(present?.criteria?.substitutability),
  control: typed(present?.criteria?.control),
  sovereignty: JSON.stringify(typedScores(present?.sovereignty ?? [])),
  target: present?.target ?? "",
  targetProduct: typed(present?.targetProduct),
  replacementSource: present?.replacementSource ?? "",
  targetSeal: typed(present?.targetSeal),
  targetDate: typed(present?.targetDate),
});

/** Notice comes before the renewal; the three marks come together or not at all, and so does an objective. */
export function wrongDependency(values: DependencyValues): readonly DependencyField[] {
  const marks = CRITERIA.map((criterion) => values[criterion]);
  const together = marks.every((mark) => mark === "") || marks.every((mark) => mark !== "");
  const checks: readonly [DependencyField, boolean][] = [
    ["noticeDate", values.noticeDate === "" || values.renewalDate === "" || values.noticeDate <= values.renewalDate],
    ["immunity", together],
    ["sovereignty", wrongObjectives(scoresIn(values.sovereignty)).length === 0],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the form shows as the server takes it; what is left empty is not known. */
export function toDependencyInput(values: DependencyValues): DependencyInput {
  const { immunity, substitutability, control, ...fields } = values;
  const scored = immunity !== "" && substitutability !== "" && control !== "";
  return {
    ...fields,
    domain: fields.domain as DependencyDomain,
    criticality: fields.criticality as DependencyCriticality,
    deployment: fields.deployment as DependencyDeployment,
    essential: fields.essential === "yes",
    aiGrowth: fields.aiGrowth === "yes",
    labels: chosenIn(fields.labels),
    product: fields.product.trim(),
    vendor: fields.vendor.trim(),
    vendorCountry: fields.vendorCountry.trim().toUpperCase(),
    contractReference: orNull(fields.contractReference),
    licences: figureOrNull(fields.licences),
    users: figureOrNull(fields.users),
    annualCostEuros: figureOf(fields.annualCostEuros),
    renewalDate: orNull(fields.renewalDate),
    noticeDate: orNull(fields.noticeDate),
    sovereignty: toSovereignty(scoresIn(fields.sovereignty)),
    target: orNull(fields.target) as DependencyTarget | null,
    targetProduct: orNull(fields.targetProduct),
    replacementSource: orNull(fields.replacementSource) as ReplacementSource | null,
    targetSeal: figureOrNull(fields.targetSeal),
    targetDate: orNull(fields.targetDate),
    criteria: scored
      ? { immunity: Number(immunity), substitutability: Number(substitutability), control: Number(control) }
      : null,
  };
}
