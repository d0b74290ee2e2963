import type { FieldValue } from "./template-field.js";

/** A value as its cell holds it in an export: `readCell` gives the same value back. */
export function writeCell(value: FieldValue): string | number {
  if (value === null) return "";
  return typeof value === "string" || typeof value === "number" ? value : value.join(", ");
}
