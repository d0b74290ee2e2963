import type { AmendUseCaseInput, BenefitInput, LinkInput, UseCaseDossierInput } from "../../generated/operations";
import { chosenIn, figureOf, linesOf, orNull, type FormValues, rowsOf } from "../../parts/form/field-spec";
import type { Sheet } from "../sheet";
import { AMEND_SPECS, type AmendField, type AmendSpec } from "./dossier-fields";

/** Every field as typed; rows are kept as JSON text, so that all values compare alike. */
export type AmendValues = FormValues<AmendField>;
export type RowValues = FormValues;

/** What the use case says now, as the form writes it. */
export function valuesOf(sheet: Sheet): AmendValues {
  const said: Readonly<Record<string, unknown>> = { ...sheet.dossier, ...sheet };
  return Object.fromEntries(AMEND_SPECS.map((spec) => [spec.name, typedOf(spec, said[spec.name])])) as AmendValues;
}

/** A value as the form holds it. */
export function typedOf({ shape, name }: AmendSpec, value: unknown): string {
  if (value === null || value === undefined) return shape === "rows" ? "[]" : "";
  switch (shape) {
    case "flag":
      return value === true ? "yes" : "no";
    case "many":
      return (value as readonly string[]).join(",");
    case "lines":
      return (value as readonly string[]).join("\n");
    case "rows":
      return JSON.stringify(name === "benefits" ? benefitRows(value) : linkRows(value));
    case "text":
    case "figure":
    case "choice":
      return `${value as string | number}`;
  }
}

const benefitRows = (value: unknown): readonly RowValues[] =>
  (value as readonly BenefitInput[]).map(({ name, kind, value: figure, unit, on, source }) => ({
    benefitName: name,
    benefitKind: kind,
    benefitValue: String(figure),
    benefitUnit: unit,
    benefitOn: on ?? "",
    benefitSource: source ?? "",
  }));
const linkRows = (value: unknown): readonly RowValues[] =>
  (value as readonly LinkInput[]).map(({ title, url }) => ({ linkTitle: title, linkUrl: url }));

/** Fields that were written over. */
export const changedFields = (before: AmendValues, after: AmendValues): readonly AmendField[] =>
  AMEND_SPECS.map(({ name }) => name).filter((name) => before[name].trim() !== after[name].trim());

/** Those that wait for a second person; labels are raised by one. */
export const materialChanges = (sheet: Sheet, before: AmendValues, after: AmendValues): readonly AmendField[] =>
  changedFields(before, after)
    .filter((name) => sheet.materialFields.includes(name))
    .filter((name) => name !== "labels" || !raises(chosenIn(before.labels), chosenIn(after.labels)));

const raises = (before: readonly string[], after: readonly string[]): boolean =>
  before.every((label) => after.includes(label));

type Change = Omit<AmendUseCaseInput, "id" | "version" | "reason">;

/** What is sent: the fields that were written over and no other; an emptied field of the dossier is taken out. */
export function changeOf(before: AmendValues, after: AmendValues): Change {
  const changed = changedFields(before, after);
  const written = AMEND_SPECS.filter(({ name }) => changed.includes(name)).map(
    (spec) => [spec, valueOf(spec, after[spec.name])] as const,
  );
  const of = (isDeclared: boolean) =>
    Object.fromEntries(
      written
        .filter(([{ section }]) => (section === "DECLARED") === isDeclared)
        .map(([{ name }, value]) => [name, isDeclared ? (value ?? "") : value]),
    );
  const dossier: UseCaseDossierInput = of(false);
  return { ...of(true), ...(Object.keys(dossier).length === 0 ? {} : { dossier }) };
}

function valueOf({ shape, name }: AmendSpec, typed: string): unknown {
  switch (shape) {
    case "figure":
      return typed.trim() === "" ? null : figureOf(typed);
    case "flag":
      return typed === "" ? null : typed === "yes";
    case "many":
      return name === "labels" || typed !== "" ? chosenIn(typed) : null;
    case "lines":
      return typed.trim() === "" ? null : linesOf(typed);
    case "rows":
      if (rowsOf(typed).length === 0) return null;
      return name === "benefits" ? rowsOf(typed).map(benefitOf) : rowsOf(typed).map(linkOf);
    case "text":
    case "choice":
      return orNull(typed);
  }
}

const benefitOf = (row: RowValues): BenefitInput => ({
  name: row["benefitName"]?.trim() ?? "",
  kind: row["benefitKind"] as BenefitInput["kind"],
  value: figureOf(row["benefitValue"] ?? ""),
  unit: row["benefitUnit"]?.trim() ?? "",
  on: orNull(row["benefitOn"] ?? ""),
  source: orNull(row["benefitSource"] ?? ""),
});
const linkOf = (row: RowValues): LinkInput => ({
  title: row["linkTitle"]?.trim() ?? "",
  url: row["linkUrl"]?.trim() ?? "",
});

export interface Divergence {
  readonly field: AmendField;
  /** As it stood when the form was opened. */
  readonly seen: string;
  readonly theirs: string;
  readonly mine: string;
  /** Both wrote over it, and not the same. */
  readonly clashes: boolean;
}

/** What somebody else wrote meanwhile, beside what stands in the form. */
export const divergences = (seen: AmendValues, theirs: AmendValues, mine: AmendValues): readonly Divergence[] =>
  changedFields(seen, theirs).map((field) => ({
    field,
    seen: seen[field],
    theirs: theirs[field],
    mine: mine[field],
    clashes: mine[field].trim() !== seen[field].trim() && mine[field].trim() !== theirs[field].trim(),
  }));

/** The form over the newer version: what I wrote stays mine, everything else is theirs. */
export function rebased(seen: AmendValues, theirs: AmendValues, mine: AmendValues): AmendValues {
  const own = changedFields(seen, mine);
  const kept = AMEND_SPECS.map(({ name }) => [name, own.includes(name) ? mine[name] : theirs[name]]);
  return Object.fromEntries(kept) as AmendValues;
}
