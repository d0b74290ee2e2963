import type { DecisionRole, DeclareUseCaseInput, ServiceClass } from "../generated/operations";

/** The form's fields as typed, before they are known to be right. */
export interface DeclareForm {
  readonly name: string;
  readonly description: string;
  readonly organisationId: string;
  readonly labels: readonly string[];
  readonly serviceClass: ServiceClass;
  readonly maxOutputTokens: string;
  readonly decisionRole: DecisionRole;
  readonly ownerEmail: string;
  readonly oversight: string;
}

export type DeclareField = keyof DeclareForm;

export const EMPTY_FORM: DeclareForm = {
  name: "",
  description: "",
  organisationId: "",
  labels: [],
  serviceClass: "STANDARD",
  maxOutputTokens: "1024",
  decisionRole: "ASSIST",
  ownerEmail: "",
  oversight: "",
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** Fields to correct, in the order of the form; the dictionary has a sentence for each. */
export function wrongFields(form: DeclareForm): readonly DeclareField[] {
  const tokens = Number(form.maxOutputTokens);
  const checks: readonly [DeclareField, boolean][] = [
    ["name", form.name.trim().length >= 3 && form.name.trim().length <= 100],
    ["description", form.description.trim().length >= 10 && form.description.trim().length <= 400],
    ["organisationId", form.organisationId !== ""],
    ["labels", form.labels.length > 0],
    ["maxOutputTokens", Number.isInteger(tokens) && tokens >= 1 && tokens <= 131_072],
    ["ownerEmail", EMAIL.test(form.ownerEmail.trim())],
    ["oversight", form.oversight.trim().length >= 10],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toInput = (form: DeclareForm): DeclareUseCaseInput => ({
  ...form,
  name: form.name.trim(),
  description: form.description.trim(),
  ownerEmail: form.ownerEmail.trim(),
  oversight: form.oversight.trim(),
  maxOutputTokens: Number(form.maxOutputTokens),
});
