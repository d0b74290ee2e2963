import {
  isDay,
  type Label,
  PLAN_KIND_NAMES,
  type PlanField,
  planKind,
  type PlanKind,
  type PlanKindName,
} from "@socle/contracts";
import type { PlanRecordKind, PlanRow } from "../generated/operations";
import type { Format } from "../i18n/format";
import type { FieldSpec, FormValues } from "../parts/form/field-spec";
import { figureOf, orNull } from "../parts/form/field-spec";
import type { TagState } from "../parts/Tag";

/** The kind of the table that a kind of the API stands for. */
export const nameOf = (kind: PlanRecordKind): PlanKindName => kind.toLowerCase() as PlanKindName;
export const kindOf = (name: string): PlanRecordKind | null =>
  PLAN_KIND_NAMES.some((each) => each === name) ? (name.toUpperCase() as PlanRecordKind) : null;
export const rowOf = (kind: PlanRecordKind): PlanKind => planKind(nameOf(kind));

/** The words of the table in the language of the page. */
export const inWords = (label: Label, { locale }: Format): string => label[locale];

/** A value as people read it: a choice by its words, a day, a figure with its unit. */
export function valueWords(field: PlanField, value: string, format: Format): string {
  const choice = field.kind === "choice" ? field.choices?.[value] : undefined;
  if (choice !== undefined) return inWords(choice, format);
  if (field.kind === "day" && isDay(value)) return format.date(`${value}T12:00:00Z`);
  if (field.kind !== "whole" && field.kind !== "number") return value;
  return `${format.decimal(Number(value))}${field.unit === undefined ? "" : `\u00a0${field.unit}`}`;
}

/** A day, or the window that ends on it. */
export function dueWords({ dueFrom, dueOn }: Pick<PlanRow, "dueFrom" | "dueOn">, format: Format): string {
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  if (dueOn === null) return "";
  return dueFrom === null || dueFrom === dueOn ? day(dueOn) : `${day(dueFrom)} – ${day(dueOn)}`;
}

export const stateWords = ({ kind, state }: Pick<PlanRow, "kind" | "state">, format: Format): string => {
  const found = rowOf(kind).states[state];
  return found === undefined ? state : inWords(found.label, format);
};

/** Where it stands: at its beginning, on its way, at its end. */
export function stateTag({ kind, state, steps }: Pick<PlanRow, "kind" | "state" | "steps">): TagState {
  if (state === "missed") return "refused";
  if (steps.length === 0) return "plain";
  return Object.keys(rowOf(kind).states)[0] === state ? "waiting" : "active";
}

const valueSpecs = (kind: PlanRecordKind, format: Format, optional: string): readonly FieldSpec[] =>
  Object.entries(rowOf(kind).fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: labelOf(inWords(field.label, format), field.optional === true, optional),
    ...(field.optional === true ? { optional: true as const } : {}),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.choices === undefined
      ? {}
      : { choices: Object.entries(field.choices).map(([value, label]) => [value, inWords(label, format)] as const) }),
  }));

const labelOf = (words: string, optional: boolean, suffix: string): string => (optional ? `${words} ${suffix}` : words);

/** The fields of a record's form: its title, those of its kind, a day or a window, where it is from. */
export function specsOf(kind: PlanRecordKind, format: Format, optional: string): readonly FieldSpec[] {
  const { due } = rowOf(kind);
  const days: readonly FieldSpec[] = [
    { name: "dueFrom", kind: "day", optional: true, half: true },
    {
      ...{ name: "dueOn", kind: "day", half: true },
      label: labelOf(inWords(due.label, format), !due.required, optional),
      ...(due.required ? {} : { optional: true }),
    },
  ];
  return [
    { name: "title", kind: "line", min: 3, max: 200 },
    ...valueSpecs(kind, format, optional),
    ...days,
    { name: "source", kind: "line", min: 3, max: 500 },
  ];
}

/** What is sent of what was typed. */
export function said(kind: PlanRecordKind, typed: FormValues) {
  const values = Object.entries(rowOf(kind).fields).map(([name, field]) => ({
    name,
    value: sentOf(field, typed[name] ?? ""),
  }));
  return {
    title: (typed["title"] ?? "").trim(),
    values: values.filter(({ value }) => value !== ""),
    dueFrom: orNull(typed["dueFrom"] ?? ""),
    dueOn: orNull(typed["dueOn"] ?? ""),
    source: (typed["source"] ?? "").trim(),
  };
}

function sentOf({ kind }: PlanField, typed: string): string {
  const value = typed.trim();
  if (value === "") return "";
  if (kind === "country") return value.toUpperCase();
  return kind === "whole" || kind === "number" ? String(figureOf(value)) : value;
}

/** A record as its form shows it. */
export const typedOf = (record: PlanRow): FormValues => ({
  ...Object.fromEntries(record.fields.map(({ name, value }) => [name, value])),
  title: record.title,
  dueFrom: record.dueFrom ?? "",
  dueOn: record.dueOn ?? "",
  source: record.source,
});
