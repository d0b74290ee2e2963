import type { Stored } from "../../../domain/stored.js";

/** `json` for objects and lists, `day` for ISO days, `value` for everything else. */
export type ColumnKind = "value" | "json" | "day";

/** One table that keeps records of one kind: its name, and what each field is stored as. */
export interface RecordTable<Kind extends Stored> {
  readonly name: string;
  readonly fields: Readonly<Record<keyof Kind & string, ColumnKind>>;
  /** Fields whose words a search looks at. */
  readonly searched?: readonly (keyof Kind & string)[];
}

/** `heldOn` → `held_on`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
