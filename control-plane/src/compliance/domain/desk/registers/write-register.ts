import { csvCell } from "../../../../kernel/csv-cell.js";
import type { RegisterEntry } from "./register-entry.js";
import type { RegisterColumn, RegisterFormat } from "./register-format.js";

export interface MissingColumns {
  readonly useCaseId: string;
  readonly name: string;
  /** Columns that the register requires and the record does not fill. */
  readonly columns: readonly string[];
}

export interface RegisterRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly missing: readonly MissingColumns[];
}

/** The use cases that belong in a register, one row each, in the order of its columns. */
export function writeRegister(format: RegisterFormat, entries: readonly RegisterEntry[]): RegisterRows {
  const held = entries.filter(format.holds);
  const rows = held.map((entry) => format.columns.map((column) => cellOf(format, column, entry)));
  const missing = held.flatMap(({ id, name }, row): MissingColumns[] => {
    const empty = format.columns.filter(({ required }, index) => required === true && rows[row]?.[index] === "");
    return empty.length === 0 ? [] : [{ useCaseId: id, name, columns: empty.map((column) => column.name) }];
  });
  return { header: format.columns.map(({ name }) => name), rows, missing };
}

function cellOf(format: RegisterFormat, column: RegisterColumn, entry: RegisterEntry): string {
  const text = column.from === null ? (column.fixed ?? "") : rendered(format, column, entry[column.from]);
  return column.most === undefined ? text : cut(text, column.most);
}

function rendered(
  format: RegisterFormat,
  { as = "text", codes }: RegisterColumn,
  value: RegisterEntry[keyof RegisterEntry],
): string {
  if (value === null) return "";
  if (typeof value === "boolean") return as === "true_false" ? String(value).toUpperCase() : yesNo(format, value);
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return value.map((each) => itemOf(each, as)).join(as === "links" ? "\n" : "; ");
  switch (as) {
    case "code":
      return format.codes[codes ?? ""]?.[value] ?? "";
    case "month":
      return value.slice(0, 7);
    case "day_first":
      return value.split("-").reverse().join("/");
    case "text":
    case "list":
    case "links":
    case "yes_no":
    case "true_false":
      return value;
  }
}

type Item = string | { readonly title: string; readonly url: string };
const itemOf = (item: Item, as: string): string => {
  if (typeof item === "string") return item;
  return as === "links" ? `${item.title} ${item.url}` : item.title;
};

const yesNo = ({ words }: RegisterFormat, value: boolean): string => (value ? words.yes : words.no);

/** At the last word that fits, with the sign that something is left out. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  return `${space > most / 2 ? room.slice(0, space) : room}…`;
}

/** RFC 4180: commas, CRLF. */
export function csvText({ header, rows }: Pick<RegisterRows, "header" | "rows">): string {
  return `${[header, ...rows].map((row) => row.map((cell) => csvCell(cell, ",")).join(",")).join("\r\n")}\r\n`;
}

/** One object a row, by the register's own names; empty columns are left out. */
export const jsonText = ({ header, rows }: Pick<RegisterRows, "header" | "rows">): string =>
  `${JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(row.flatMap((cell, index) => (cell === "" ? [] : [[header[index] ?? "", cell]]))),
    ),
    null,
    2,
  )}\n`;
