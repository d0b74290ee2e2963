import type { DeskRecord } from "../../../domain/desk/desk-record.js";
import type { ListedBy } from "../../../domain/desk/listed-by.js";

/** `json` for objects and lists of objects, `day` for ISO days, `value` for everything else. */
export type ColumnKind = "value" | "json" | "day";

/** One table of the desk: its name, what each field is stored as, and how its records are listed. */
export interface DeskTable<Kind extends DeskRecord> {
  readonly name: string;
  readonly fields: Readonly<Record<keyof Kind & string, ColumnKind>>;
  readonly listed: ListedBy<Kind>;
  /** Column, or element of a list column, that names the rule a record is about. */
  readonly rule: "rule" | "rules" | null;
  /** JSON fields whose `at` is an instant. */
  readonly instants: readonly (keyof Kind & string)[];
}

/** `startsOn` → `starts_on`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
