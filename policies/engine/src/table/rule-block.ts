import type { PolicyFile } from "../source-error.js";
import { celOf } from "./alternatives.js";
import { readCell } from "./cell-words.js";
import type { Alternative, Condition } from "./condition.js";
import { FACT_COLUMNS, type FactColumn } from "./fact-columns.js";
import { ruleFileOf, type SourceTest } from "./rule-source.js";
import { outcome, type Heading, type RuleColumn } from "./table-columns.js";
import type { TableRow } from "./table-row.js";
import { tableFault, type TableFault } from "./table-fault.js";
import { readTestCell, type FactValue } from "./test-cell.js";

/** What a cell of each kind of fact may say, for whoever wrote something else. */
const EXPECTED: Readonly<Record<FactColumn["type"], string>> = {
  string: "a, not a, in a, b, not in a, b, empty, not empty, < a, < @today.date",
  bool: "yes, no",
  double: "3, not 3, > 3, >= 3, < @useCase.maxOutputTokens",
  "list<string>": "has a, lacks a, any of a, b, none of a, b, other than a, b, only a, b, empty, not empty",
};
const VALUES: Readonly<Record<FactColumn["type"], string>> = {
  ...{ string: "a, empty", bool: "yes, no", double: "3", "list<string>": "a, b, empty" },
};

/** The rows of one rule. */
export class RuleBlock {
  readonly id: string;
  readonly row: number;
  private readonly repeated: boolean;
  private readonly others: TableRow[] = [];
  private readonly texts: TableRow[] = [];
  private readonly tests: TableRow[] = [];

  /** @param ids of the rules before it, to which its own is added */
  constructor(
    private readonly head: TableRow,
    private readonly heading: Heading,
    ids: Set<string>,
  ) {
    this.row = head.number;
    this.id = this.text(head, "id");
    this.repeated = ids.has(this.id);
    ids.add(this.id);
  }

  add(kind: "or" | "text" | "test", row: TableRow): void {
    if (kind === "or") this.others.push(row);
    else if (kind === "text") this.texts.push(row);
    else this.tests.push(row);
  }

  /** The rule's file, or every fault of its rows. */
  file(faults: TableFault[]): PolicyFile | null {
    const before = faults.length;
    if (this.repeated) this.fail(faults, this.head, "id", "duplicate");
    const when = this.when(faults);
    const derogableBy = this.list(this.head, "derogableBy");
    const rule = {
      ...{ id: this.needed(faults, this.head, "id"), version: this.whole(faults, "version") },
      ...{ owner: this.needed(faults, this.head, "owner"), effect: this.needed(faults, this.head, "effect") },
      legal: [this.head, ...this.texts].map((row) => ({
        ...{ text: this.needed(faults, row, "text"), url: this.needed(faults, row, "url") },
      })),
      effective: { from: this.needed(faults, this.head, "from"), to: this.text(this.head, "to") || null },
      ...{ appliesTo: this.targets(), when, mode: this.needed(faults, this.head, "mode") },
      reason: {
        ...{ code: this.needed(faults, this.head, "code"), fr: this.needed(faults, this.head, "fr") },
        en: this.needed(faults, this.head, "en"),
      },
      remedy: this.remedy(faults),
      derogable:
        derogableBy.length === 0 ? null : { by: derogableBy, maxMonths: this.whole(faults, "derogableMonths") },
    };
    const tests = this.tests.map((row) => this.test(faults, row));
    return faults.length === before ? ruleFileOf({ rule, tests }) : null;
  }

  private when(faults: TableFault[]): string {
    const cel = this.text(this.head, "cel");
    const rows = [this.head, ...this.others].map((row) => this.conditions(faults, row));
    const filled = rows.some((row) => row.size > 0);
    if (cel !== "" && (filled || this.others.length > 0)) this.fail(faults, this.head, "cel", "cel_and_cells");
    if (cel !== "") return cel;
    for (const [index, row] of rows.entries())
      if (row.size === 0)
        faults.push(tableFault([this.head, ...this.others][index]?.number ?? this.row, null, "no_condition"));
    return celOf(rows);
  }

  private conditions(faults: TableFault[], row: TableRow): Alternative {
    const read = new Map<string, readonly Condition[]>();
    this.eachFact(faults, row, ({ fact, type }, cell, at) => {
      const conditions = readCell(cell, type);
      if (conditions === null) faults.push(tableFault(row.number, at, "condition", EXPECTED[type]));
      else read.set(fact, conditions);
    });
    return read;
  }

  private test(faults: TableFault[], row: TableRow): SourceTest {
    const facts = new Map<string, FactValue>();
    this.eachFact(faults, row, ({ fact, type }, cell, at) => {
      const value = readTestCell(cell, type);
      if (value === null) faults.push(tableFault(row.number, at, "value", VALUES[type]));
      else facts.set(fact, value);
    });
    const expected = outcome(this.text(row, "expected"));
    if (expected === null) this.fail(faults, row, "expected", "outcome");
    return { name: this.needed(faults, row, "name"), facts, expected: expected ?? "fires" };
  }

  private eachFact(
    faults: TableFault[],
    row: TableRow,
    take: (column: FactColumn, cell: string, at: number) => void,
  ): void {
    for (const column of FACT_COLUMNS) {
      const at = this.heading.at.get(column.fact);
      const cell = at === undefined ? "" : row.cells[at];
      if (at !== undefined && cell === null) faults.push(tableFault(row.number, at, "cell"));
      else if (at !== undefined && cell != null && cell.trim() !== "") take(column, cell.trim(), at);
    }
  }

  private remedy(faults: TableFault[]): { fr: string; en: string } | null {
    if (this.text(this.head, "remedyFr") === "" && this.text(this.head, "remedyEn") === "") return null;
    return { fr: this.needed(faults, this.head, "remedyFr"), en: this.needed(faults, this.head, "remedyEn") };
  }

  private targets(): readonly string[] {
    const named = this.list(this.head, "appliesTo");
    return named.length === 0 ? ["request"] : named;
  }

  private list(row: TableRow, key: RuleColumn): string[] {
    return this.text(row, key)
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  }

  private whole(faults: TableFault[], key: RuleColumn): number {
    const text = this.needed(faults, this.head, key);
    if (text !== "" && !/^[1-9]\d{0,8}$/.test(text)) this.fail(faults, this.head, key, "number");
    return Number(text);
  }

  private needed(faults: TableFault[], row: TableRow, key: RuleColumn): string {
    const text = this.text(row, key);
    if (text === "") this.fail(faults, row, key, "missing");
    return text;
  }

  private fail(faults: TableFault[], row: TableRow, key: RuleColumn, code: Parameters<typeof tableFault>[2]): void {
    const at = this.heading.at.get(key) ?? null;
    const unreadable = at !== null && row.cells[at] === null;
    faults.push(tableFault(row.number, at, unreadable ? "cell" : code));
  }

  private text(row: TableRow, key: RuleColumn): string {
    const at = this.heading.at.get(key);
    return (at === undefined ? "" : (row.cells[at] ?? "")).trim();
  }
}
