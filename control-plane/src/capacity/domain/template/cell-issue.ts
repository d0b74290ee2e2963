import type { CellProblem } from "../../../kernel/sheet.js";
import type { FieldRule, TemplateField, Words } from "./template-field.js";

/** What is wrong with one field of one record, in both languages. */
export interface FieldIssue {
  /** `cell.<what>`, stable. */
  readonly code: string;
  /** Key of the field; null for the record as a whole. */
  readonly field: string | null;
  readonly message: Words;
}

type Bounds = Readonly<{ fr: string; en: string }>;

const boundsOf = (rule: FieldRule): Bounds => {
  switch (rule.kind) {
    case "text":
      return { fr: `${rule.maxLength} caractères au plus`, en: `at most ${rule.maxLength} characters` };
    case "integer":
      return { fr: `un entier de ${rule.min} à ${rule.max}`, en: `an integer from ${rule.min} to ${rule.max}` };
    case "decimal":
      return { fr: `un nombre de ${rule.min} à ${rule.max}`, en: `a number from ${rule.min} to ${rule.max}` };
    case "date":
      return {
        fr: `une date de ${rule.min} à ${rule.max}, AAAA-MM-JJ ou JJ/MM/AAAA`,
        en: `a date from ${rule.min} to ${rule.max}, YYYY-MM-DD or DD/MM/YYYY`,
      };
    case "choice":
      return {
        fr: `un de : ${Object.values(rule.choices)
          .map((words) => words.fr)
          .join(", ")}`,
        en: `one of: ${Object.keys(rule.choices).join(", ")}`,
      };
    case "labels":
      return { fr: `au moins une de : ${rule.choices.join(", ")}`, en: `at least one of: ${rule.choices.join(", ")}` };
    case "gpu_type":
      return { fr: "un type de GPU connu", en: "a known GPU type" };
  }
};

const issue = (code: string, field: TemplateField, fr: string, en: string): FieldIssue => ({
  code,
  field: field.key,
  message: { fr: `${field.header.fr} : ${fr}.`, en: `${field.header.en}: ${en}.` },
});

export const missing = (field: TemplateField): FieldIssue => {
  const bounds = boundsOf(field.rule);
  return issue("cell.missing", field, `manque ; attendu : ${bounds.fr}`, `is missing; expected ${bounds.en}`);
};

export const outOfBounds = (field: TemplateField): FieldIssue => {
  const bounds = boundsOf(field.rule);
  return issue(
    "cell.out_of_bounds",
    field,
    `hors limites ; attendu : ${bounds.fr}`,
    `is out of bounds; expected ${bounds.en}`,
  );
};

export const unreadable = (field: TemplateField): FieldIssue => {
  const bounds = boundsOf(field.rule);
  return issue("cell.unreadable", field, `illisible ; attendu : ${bounds.fr}`, `cannot be read; expected ${bounds.en}`);
};

export const unknownGpuType = (field: TemplateField, nearest: readonly string[]): FieldIssue =>
  issue(
    "cell.gpu_type_unknown",
    field,
    `type inconnu ; les plus proches : ${nearest.join(", ")}`,
    `unknown type; nearest: ${nearest.join(", ")}`,
  );

const PROBLEMS = {
  formula: { fr: "contient une formule ; écrire sa valeur", en: "holds a formula; write its value" },
  merged: { fr: "est dans des cellules fusionnées ; les séparer", en: "is in merged cells; split them" },
  error: { fr: "contient une erreur du tableur", en: "holds an error of the spreadsheet" },
} as const satisfies Readonly<Record<CellProblem, object>>;

/** A cell that a spreadsheet gives in a form that cannot be taken. */
export const cellProblem = (field: TemplateField, problem: CellProblem): FieldIssue =>
  issue(`cell.${problem}`, field, PROBLEMS[problem].fr, PROBLEMS[problem].en);

/** An issue between fields, or of the record as a whole. */
export const recordIssue = (code: string, field: string | null, fr: string, en: string): FieldIssue => ({
  code,
  field,
  message: { fr, en },
});
