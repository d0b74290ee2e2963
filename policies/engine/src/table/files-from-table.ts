import type { PolicyFile } from "../source-error.js";
import { compileBundle } from "../compile-bundle.js";
import { RuleBlock } from "./rule-block.js";
import { readHeading, REQUIRED_COLUMNS, rowKind, type Heading } from "./table-columns.js";
import type { TableRow } from "./table-row.js";
import { tableFault, type TableFault } from "./table-fault.js";

export interface TableReading {
  /** The rules as files; none when anything is wrong. */
  readonly files: readonly PolicyFile[];
  readonly faults: readonly TableFault[];
}

/**
 * Turns a decision table, heading first, into the rules' files. They are compiled as well, so that what the engine would
 * refuse is told by row here: all faults at once, in both languages.
 */
export function filesFromTable(rows: readonly TableRow[]): TableReading {
  const [first, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell === null || cell.trim() !== ""));
  const heading = readHeading(first?.cells.map((cell) => cell ?? "") ?? []);
  const faults = headingFaults(heading, first?.number ?? 1);
  if (faults.length > 0) return { files: [], faults };
  const blocks = blocksOf(others, heading, faults);
  if (blocks.length === 0 && faults.length === 0) faults.push(tableFault(first?.number ?? 1, null, "no_rule"));
  const files = blocks.flatMap((block) => block.file(faults) ?? []);
  if (faults.length === 0) faults.push(...engineFaults(files, blocks));
  return { files: faults.length === 0 ? files : [], faults };
}

function headingFaults({ at, unknown }: Heading, row: number): TableFault[] {
  const missing = REQUIRED_COLUMNS.filter((key) => !at.has(key));
  return [
    ...unknown.map(({ column }) => tableFault(row, column, "heading_unknown")),
    ...(missing.length === 0 ? [] : [tableFault(row, null, "heading_missing", missing.join(", "))]),
  ];
}

function blocksOf(rows: readonly TableRow[], heading: Heading, faults: TableFault[]): readonly RuleBlock[] {
  const blocks: RuleBlock[] = [];
  const ids = new Set<string>();
  for (const row of rows) {
    const column = heading.at.get("row") ?? 0;
    const kind = rowKind(row.cells[column] ?? "");
    const last = blocks.at(-1);
    if (kind === null) faults.push(tableFault(row.number, column, "row_kind"));
    else if (kind === "rule") blocks.push(new RuleBlock(row, heading, ids));
    else if (last === undefined) faults.push(tableFault(row.number, column, "row_first"));
    else last.add(kind, row);
  }
  return blocks;
}

/** What the engine refuses, at the row where its rule begins. */
function engineFaults(files: readonly PolicyFile[], blocks: readonly RuleBlock[]): readonly TableFault[] {
  const compiled = compileBundle(files);
  if (compiled.ok) return [];
  const rowOf = new Map(blocks.map((block) => [`${block.id}/rule.yaml`, block.row]));
  return compiled.errors.map(({ path, message }) => tableFault(rowOf.get(path) ?? 1, null, "refused", message));
}
