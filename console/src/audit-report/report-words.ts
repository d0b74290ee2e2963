import type { useTranslate } from "react-admin";
import { type Format, NONE } from "../i18n/format";
import { codeKey } from "../providers/refusal";

export type Cell = string | number | null;
type Key = (code: string) => string;

const label: Key = (code) => `label.${code}`;
const act: Key = (name) => `act.${codeKey(name)}`;
const refusal: Key = (code) => `code.${codeKey(code)}`;

/** Columns of the report that hold codes, by table and place; its files keep them as they are. */
const WORDS: Readonly<Partial<Record<string, Readonly<Partial<Record<number, Key>>>>>> = {
  logs: { 0: (log) => `audit.log.${log}` },
  matrix: { 0: label },
  forbidden: { 0: label },
  refusals: { 0: refusal },
  incomplete: { 2: (state) => `useCaseState.${state.toUpperCase()}` },
  governance: { 0: act },
  samples: { 4: (outcome) => `outcome.${outcome}`, 5: refusal },
};

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/gu;
const DAY = /^\d{4}-\d\d-\d\d$/u;

/** What a cell of the report says to people. @param table key of the table @param place of the column */
export function cellWords(
  table: string,
  place: number,
  cell: Cell,
  t: ReturnType<typeof useTranslate>,
  format: Format,
): string {
  if (typeof cell === "number") return format.integer(cell);
  if (cell === null || cell === "") return NONE;
  const key = WORDS[table]?.[place];
  if (key !== undefined) return t(key(cell), { _: cell });
  return DAY.test(cell) ? format.date(`${cell}T12:00:00Z`) : cell.replaceAll(INSTANT, (at) => format.dateTime(at));
}
