import type { FieldValue, Template } from "../template/template-field.js";

/** One field that differs between two versions. */
export interface FieldDifference {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** Whether a line or a need stands in both versions. */
export type Presence = "added" | "removed" | "changed";

export interface LineDifference {
  readonly line: string;
  readonly presence: Presence;
  readonly fields: readonly FieldDifference[];
}

type Values = Readonly<Record<string, FieldValue>>;

/** Fields of the template that differ; a record that is not there has none. */
export function fieldDifferences(template: Template, before: Values, after: Values): readonly FieldDifference[] {
  return template.fields.flatMap(({ key }) => {
    const [was, is] = [before[key] ?? null, after[key] ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field: key, before: was, after: is }];
  });
}

/** Lines that differ between two versions, by reference. */
export function lineDifferences<Line extends { readonly reference: string }>(
  template: Template,
  before: readonly Line[],
  after: readonly Line[],
): readonly LineDifference[] {
  const old = new Map(before.map((line) => [line.reference, line]));
  const now = new Map(after.map((line) => [line.reference, line]));
  const references = [...new Set([...old.keys(), ...now.keys()])].sort();
  return references.flatMap((line) => {
    const [was, is] = [old.get(line), now.get(line)];
    const fields = fieldDifferences(template, { ...was }, { ...is });
    if (fields.length === 0) return [];
    const presence: Presence = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ line, presence, fields }];
  });
}

/** Two records of one shape say the same, whatever the order of their fields. */
export const sameContent = (left: object, right: object | undefined): boolean =>
  right !== undefined && canonical(left) === canonical(right);

const canonical = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
