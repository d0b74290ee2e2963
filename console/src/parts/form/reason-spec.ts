import type { FieldSpec } from "./field-spec";

/** Why, in as many characters as the server asks; the journal keeps it. */
export const reasonOf = (min: number): FieldSpec<"reason"> => ({
  name: "reason",
  kind: "text",
  min,
  max: 2000,
  words: "form",
});

export const REASON: readonly FieldSpec<"reason">[] = [reasonOf(3)];
