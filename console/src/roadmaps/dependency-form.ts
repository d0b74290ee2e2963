import type {
  DependencyCriticality,
  DependencyDeployment,
  DependencyDomain,
  DependencyInput,
  DependencyTarget,
} from "../generated/operations";
import type { DependencyLineRow } from "./roadmap-states";

/** The form's fields as typed. */
export interface DependencyForm {
  readonly domain: DependencyDomain;
  readonly product: string;
  readonly vendor: string;
  readonly vendorCountry: string;
  readonly annualCostEuros: string;
  readonly renewalDate: string;
  readonly noticeDate: string;
  readonly criticality: DependencyCriticality;
  readonly essential: boolean;
  readonly deployment: DependencyDeployment;
  readonly immunity: string;
  readonly substitutability: string;
  readonly control: string;
  readonly target: DependencyTarget | "";
  readonly targetProduct: string;
  readonly lockIn: string;
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
export const MARKS = ["0", "1", "2", "3", "4"] as const;

export const dependencyForm = (present: DependencyLineRow | null): DependencyForm => ({
  domain: present?.domain ?? "OFFICE_SUITE",
  product: present?.product ?? "",
  vendor: present?.vendor ?? "",
  vendorCountry: present?.vendorCountry ?? "",
  annualCostEuros: present === null ? "" : String(present.annualCostEuros),
  renewalDate: present?.renewalDate ?? "",
  noticeDate: present?.noticeDate ?? "",
  criticality: present?.criticality ?? "MEDIUM",
  essential: present?.essential ?? false,
  deployment: present?.deployment ?? "ON_PREMISES",
  immunity: markOf(present?.criteria?.immunity),
  substitutability: markOf(present?.criteria?.substitutability),
  control: markOf(present?.criteria?.control),
  target: present?.target ?? "",
  targetProduct: present?.targetProduct ?? "",
  lockIn: present?.lockIn ?? "",
});

const markOf = (mark: number | undefined): string => (mark === undefined ? "" : String(mark));
const wholeEuros = (typed: string): number => Number(typed.replace(/[\s\u00a0\u202f€]/gu, ""));

/** Fields to correct, as the server asks; the three marks come together or not at all. */
export function wrongDependencyFields(form: DependencyForm): readonly DependencyField[] {
  const cost = wholeEuros(form.annualCostEuros);
  const marks = [form.immunity, form.substitutability, form.control];
  const together = marks.every((mark) => mark === "") || marks.every((mark) => mark !== "");
  const checks: readonly [DependencyField, boolean][] = [
    ["product", form.product.trim() !== ""],
    ["vendor", form.vendor.trim() !== ""],
    ["vendorCountry", /^[A-Za-z]{2}$/u.test(form.vendorCountry.trim())],
    ["annualCostEuros", form.annualCostEuros.trim() !== "" && Number.isInteger(cost) && cost >= 0 && cost <= 1e11],
    ["noticeDate", form.noticeDate === "" || form.renewalDate === "" || form.noticeDate <= form.renewalDate],
    ["immunity", together],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the form does not show stays as the present line has it. */
export function toDependencyInput(form: DependencyForm, present: DependencyLineRow | null): DependencyInput {
  const { immunity, substitutability, control, ...fields } = form;
  const scored = immunity !== "" && substitutability !== "" && control !== "";
  return {
    contractReference: present?.contractReference ?? null,
    licences: present?.licences ?? null,
    users: present?.users ?? null,
    labels: present?.labels ?? [],
    substitutes: present?.substitutes ?? "",
    aiGrowth: present?.aiGrowth ?? false,
    sovereignty: present?.sovereignty ?? [],
    replacementSource: present?.replacementSource ?? null,
    targetSeal: present?.targetSeal ?? null,
    targetDate: present?.targetDate ?? null,
    ...fields,
    product: fields.product.trim(),
    vendor: fields.vendor.trim(),
    vendorCountry: fields.vendorCountry.trim().toUpperCase(),
    annualCostEuros: wholeEuros(fields.annualCostEuros),
    renewalDate: orNull(fields.renewalDate),
    noticeDate: orNull(fields.noticeDate),
    target: fields.target === "" ? null : fields.target,
    targetProduct: orNull(fields.targetProduct.trim()),
    criteria: scored
      ? { immunity: Number(immunity), substitutability: Number(substitutability), control: Number(control) }
      : null,
  };
}

const orNull = (text: string): string | null => (text === "" ? null : text);
