import type { useTranslate } from "react-admin";
import type { Format } from "../i18n/format";
import { typedOf } from "./dossier/amend-form";
import { AMEND_SPECS, type AmendSpec } from "./dossier/dossier-fields";
import { wordsOf } from "./dossier/field-words";
import type { Sheet } from "./sheet";

export type Change = Sheet["changes"][number];
type FieldChange = Change["changes"][number];
type Translate = ReturnType<typeof useTranslate>;

/** One change as it is read: its field, and what it says before and after; null where there is nothing. */
export function changeWords(t: Translate, format: Format, { field, before, after }: FieldChange) {
  const [part = "", key = part] = field.split(".");
  if (part === "evidence") {
    return { name: t(`evidence.kind.${key.toUpperCase()}`), before: textOf(before), after: textOf(after) };
  }
  const spec = AMEND_SPECS.find(({ name }) => name === key);
  const said = (value: string | null): string | null =>
    spec === undefined || value === null ? value : wordsOf(t, format, spec, typedOf(spec, listed(spec, value)));
  return { name: t(`dossier.field.${key}`), before: said(before), after: said(after) };
}

const textOf = (value: string | null): string | null => {
  const read: unknown = value === null ? null : JSON.parse(value);
  return typeof read === "string" ? read : value;
};

/** A value of the registry; those of closed lists are in capitals here. */
function listed({ shape, name }: AmendSpec, value: string): unknown {
  const capitals = shape === "choice" || (shape === "many" && name !== "labels") || name === "benefits";
  return JSON.parse(value, (key, each: unknown) =>
    capitals && typeof each === "string" && (name !== "benefits" || key === "kind") ? each.toUpperCase() : each,
  );
}
