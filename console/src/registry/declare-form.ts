import type { DecisionRole, DeclareUseCaseInput, ServiceClass, StaffEffect } from "../generated/operations";
import { chosenIn, type FieldSpec, figureOf, type FormValues } from "../parts/form/field-spec";
import { LABELS } from "../parts/use-cases/labels";
import type { Sheet } from "./sheet";

export type DeclareField =
  | "name"
  | "description"
  | "organisationId"
  | "labels"
  | "serviceClass"
  | "maxOutputTokens"
  | "decisionRole"
  | "affectsIndividuals"
  | "staffEffect"
  | "ownerEmail"
  | "processingRecord"
  | "oversight";
export type DeclareValues = FormValues<DeclareField>;

const CLASSES: readonly ServiceClass[] = ["INTERACTIVE", "STANDARD", "BATCH"];
const ROLES: readonly DecisionRole[] = ["NONE", "ASSIST", "PREPARE", "DECIDE_WITH_VALIDATION", "AUTONOMOUS"];
const EFFECTS: readonly StaffEffect[] = ["NONE", "AUGMENTATION", "SUBSTITUTION"];

/** No stricter than the server: what only a later step of the life cycle needs may still be missing. */
export function declareSpecs(
  t: (key: string) => string,
  bodies: FieldSpec["choices"],
): readonly FieldSpec<DeclareField>[] {
  const worded = (values: readonly string[], key: string) => values.map((one) => [one, t(`${key}.${one}`)] as const);
  return [
    { name: "name", kind: "line", min: 3, max: 100 },
    { name: "description", kind: "text", max: 400 },
    { name: "organisationId", kind: "choice", choices: bodies },
    { name: "labels", kind: "many", optional: true, choices: worded(LABELS, "label") },
    { name: "serviceClass", kind: "choice", choices: worded(CLASSES, "serviceClass"), half: true },
    { name: "maxOutputTokens", kind: "whole", min: 1, max: 1_000_000, unit: "tokens", half: true },
    { name: "decisionRole", kind: "choice", choices: worded(ROLES, "decisionRole") },
    { name: "affectsIndividuals", kind: "choice", choices: worded(["yes", "no"], "yesNo") },
    { name: "staffEffect", kind: "choice", choices: worded(EFFECTS, "staffEffect") },
    { name: "ownerEmail", kind: "email", optional: true },
    { name: "processingRecord", kind: "line", optional: true },
    { name: "oversight", kind: "text", optional: true },
  ];
}

/** What it decides, whether of people, and what it changes to the work of agents is said by whoever declares it. */
export const NEW_DECLARATION: Partial<DeclareValues> = { serviceClass: "STANDARD", maxOutputTokens: "1024" };

/** What a declared use case says, as the form has it. */
export const formOf = (sheet: Sheet): DeclareValues => ({
  name: sheet.name,
  description: sheet.description,
  organisationId: sheet.organisation.id,
  labels: sheet.labels.join(","),
  serviceClass: sheet.serviceClass,
  maxOutputTokens: String(sheet.maxOutputTokens),
  decisionRole: sheet.decisionRole,
  affectsIndividuals: sheet.affectsIndividuals ? "yes" : "no",
  staffEffect: sheet.staffEffect,
  ownerEmail: sheet.ownerEmail,
  oversight: sheet.oversight,
  processingRecord: sheet.dossier.processingRecord ?? "",
});

export const toInput = ({ processingRecord, ...typed }: DeclareValues): DeclareUseCaseInput => ({
  organisationId: typed.organisationId,
  name: typed.name.trim(),
  description: typed.description.trim(),
  labels: chosenIn(typed.labels),
  serviceClass: typed.serviceClass as ServiceClass,
  decisionRole: typed.decisionRole as DecisionRole,
  affectsIndividuals: typed.affectsIndividuals === "yes",
  staffEffect: typed.staffEffect as StaffEffect,
  ownerEmail: typed.ownerEmail.trim(),
  oversight: typed.oversight.trim(),
  maxOutputTokens: figureOf(typed.maxOutputTokens),
  ...(processingRecord.trim() === "" ? {} : { dossier: { processingRecord: processingRecord.trim() } }),
});
