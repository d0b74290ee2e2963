import { csvCell } from "../../../../kernel/csv-cell.js";
import type { RegisterEntry } from "./register-entry.js";
import type {
  RegisterColumn,
  RegisterFormat,
  RegisterItem,
  RegisterNote,
  RegisterValue,
  Rendering,
} from "./register-format.js";

export interface MissingColumns {
  readonly useCaseId: string;
  readonly name: string;
  /** Columns that the register requires and the record does not fill. */
  readonly columns: readonly string[];
}

export interface RegisterRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly RegisterValue[])[];
  readonly missing: readonly MissingColumns[];
  /** Said beside the file, never in it. */
  readonly notes: readonly NotedUseCase[];
}

export interface NotedUseCase {
  readonly useCaseId: string;
  readonly name: string;
  readonly note: RegisterNote;
}

/** The use cases that belong in a register, one row each, in the order of its columns. */
export function writeRegister(format: RegisterFormat, entries: readonly RegisterEntry[]): RegisterRows {
  const held = entries.filter(format.holds);
  const rows = held.map((entry) => format.columns.map((column) => valueIn(format, column, entry)));
  const missing = held.flatMap((entry, row): MissingColumns[] => {
    const empty = format.columns.filter(
      (column, index) => isRequired(column, entry) && rows[row]?.[index]?.length === 0,
    );
    return empty.length === 0
      ? []
      : [{ useCaseId: entry.id, name: entry.name, columns: empty.map(({ name }) => name) }];
  });
  const notes = entries.flatMap((entry): NotedUseCase[] => {
    const note = format.noteOf?.(entry) ?? null;
    return note === null ? [] : [{ useCaseId: entry.id, name: entry.name, note }];
  });
  return { header: format.columns.map(({ name }) => name), rows, missing, notes };
}

function valueIn(format: RegisterFormat, column: RegisterColumn, entry: RegisterEntry): RegisterValue {
  const said = column.from === null ? (column.fixed ?? "") : rendered(format, column, entry[column.from]);
  const value = said.length === 0 ? (column.otherwise ?? said) : said;
  const { most } = column;
  if (most === undefined) return value;
  if (typeof value === "string") return cut(value, most);
  return value.map((item) => (typeof item === "string" ? cut(item, most) : { ...item, title: cut(item.title, most) }));
}

const isRequired = ({ required = false }: RegisterColumn, entry: RegisterEntry): boolean =>
  typeof required === "boolean" ? required : required(entry);

type EntryItem = string | { readonly title: string; readonly url: string };
const titleOf = (item: EntryItem): string => (typeof item === "string" ? item : item.title);

function rendered(
  format: RegisterFormat,
  { as = "text", codes }: RegisterColumn,
  value: RegisterEntry[keyof RegisterEntry],
): RegisterValue {
  if (value === null) return "";
  if (typeof value === "object") return listed(value, as);
  const text = String(value);
  switch (as) {
    case "code":
      return format.codes[codes ?? ""]?.[text] ?? "";
    case "codes":
      return [format.codes[codes ?? ""]?.[text] ?? []].flat();
    case "month":
      return text.slice(0, 7);
    case "url":
      return /^https?:\/\//u.test(text) ? text : "";
    case "text":
    case "list":
    case "addresses":
    case "links":
    case "titles":
      return text;
  }
}

function listed(items: readonly EntryItem[], as: Rendering): RegisterValue {
  if (as === "titles") return items.map((item) => ({ title: titleOf(item) }));
  if (as === "links") return items.map((item) => ({ title: titleOf(item), ...addressed(item) }));
  const words = as === "addresses" ? items.flatMap((item) => addressed(item).link ?? []) : items.map(titleOf);
  return words.join("; ");
}

const addressed = (item: EntryItem): { readonly link?: string } => (typeof item === "string" ? {} : { link: item.url });

/** At the last word that fits, with the sign that something is left out. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  return `${space > most / 2 ? room.slice(0, space) : room}…`;
}

/** RFC 4180: commas, CRLF. */
export function csvText({ header, rows }: Pick<RegisterRows, "header" | "rows">): string {
  const lines = [header, ...rows].map((row) => row.map((value) => csvCell(csvValue(value), ",")).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** A value as one text: words behind each other, links below each other. */
export const csvValue = (value: RegisterValue): string =>
  typeof value === "string" ? value : value.map(lineOf).join(value.every(isText) ? "; " : "\n");
const isText = (item: RegisterItem): item is string => typeof item === "string";
const lineOf = (item: RegisterItem): string =>
  isText(item) ? item : [item.title, ...(item.link === undefined ? [] : [item.link])].join(" ");

/** A row by the register's own names and types; empty columns are left out. */
export type RegisterObject = Readonly<Record<string, RegisterValue>>;

export const objectsOf = ({ header, rows }: Pick<RegisterRows, "header" | "rows">): readonly RegisterObject[] =>
  rows.map((row) =>
    Object.fromEntries(row.flatMap((value, index) => (value.length === 0 ? [] : [[header[index] ?? "", value]]))),
  );

/** One object a row. */
export const jsonText = (written: Pick<RegisterRows, "header" | "rows">): string =>
  `${JSON.stringify(objectsOf(written), null, 2)}\n`;
