import type { DecisionRole, DeclareUseCaseInput, ServiceClass } from "../generated/operations";
import type { Sheet } from "./sheet";

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
  readonly processingRecord: string;
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
  processingRecord: "",
};

/** What a declared use case says, as the form has it. */
export const formOf = (sheet: Sheet): DeclareForm => ({
  name: sheet.name,
  description: sheet.description,
  organisationId: sheet.organisation.id,
  labels: sheet.labels,
  serviceClass: sheet.serviceClass,
  maxOutputTokens: String(sheet.maxOutputTokens),
  decisionRole: sheet.decisionRole,
  ownerEmail: sheet.ownerEmail,
  oversight: sheet.oversight,
  processingRecord: sheet.dossier.processingRecord ?? "",
});

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/**
 * Fields to correct, in the order of the form; the dictionary has a sentence for each. No stricter than the server: what
 * only a later step of the life cycle needs may still be missing.
 */
export function wrongFields(form: DeclareForm): readonly DeclareField[] {
  const tokens = Number(form.maxOutputTokens);
  const checks: readonly [DeclareField, boolean][] = [
    ["name", form.name.trim().length >= 3 && form.name.trim().length <= 100],
    ["description", form.description.trim().length >= 1 && form.description.trim().length <= 400],
    ["organisationId", form.organisationId !== ""],
    ["maxOutputTokens", Number.isInteger(tokens) && tokens >= 1 && tokens <= 1_000_000],
    ["ownerEmail", form.ownerEmail.trim() === "" || EMAIL.test(form.ownerEmail.trim())],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toInput = ({ processingRecord, ...form }: DeclareForm): DeclareUseCaseInput => ({
  ...form,
  name: form.name.trim(),
  description: form.description.trim(),
  ownerEmail: form.ownerEmail.trim(),
  oversight: form.oversight.trim(),
  maxOutputTokens: Number(form.maxOutputTokens),
  ...(processingRecord.trim() === "" ? {} : { dossier: { processingRecord: processingRecord.trim() } }),
});
