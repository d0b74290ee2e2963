import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileBundle } from "../compile-bundle.js";
import { loadPolicyFiles } from "../load-policy-files.js";
import type { PolicyFile } from "../source-error.js";
import { alternativesOf, celOf } from "./alternatives.js";
import { readCell, writeCell } from "./cell-words.js";
import type { Condition } from "./condition.js";
import { FACT_COLUMNS, type FactColumn } from "./fact-columns.js";
import { filesFromTable, type TableReading } from "./files-from-table.js";
import { tableFromFiles } from "./table-from-files.js";

const shipped = loadPolicyFiles(fileURLToPath(new URL("../../..", import.meta.url)));

const digestOf = (files: readonly PolicyFile[]): string => {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle.digest;
};
const read = (rows: readonly (readonly string[])[]): TableReading =>
  filesFromTable(rows.map((cells, index) => ({ number: index + 1, cells })));

/** A small table as a jurist writes it, in French words. */
const HEADING = [
  ...["ligne", "identifiant", "version", "responsable", "effet", "mode", "du", "au", "texte", "lien", "code"],
  ...[
    "motif fr",
    "motif en",
    "remède fr",
    "remède en",
    "cas",
    "attendu",
    "request.labels",
    "pool.hosting",
    "pool.sealGap",
  ],
];
const RULE = [
  ...["règle", "sovereignty/low-level", "1", "compliance", "deny", "shadow", "2026-01-01", "", "Un texte"],
  ...[
    "https://example.org/",
    "seal.low",
    "Niveau trop bas.",
    "Level too low.",
    "Changer de groupe.",
    "Use another pool.",
  ],
  ...["", "", "contient sren31", "hors de state_internal, state_community", "> 2"],
];
const CASE = (name: string, expected: string, labels: string, hosting: string, gap: string) => [
  ...["cas", "", "", "", "", "", "", "", "", "", "", "", "", "", "", name, expected, labels, hosting, gap],
];
const TABLE = [
  HEADING,
  RULE,
  CASE("bas", "se déclenche", "sren31", "commercial", "3"),
  CASE("assez haut", "muette", "sren31", "commercial", "2"),
];
/** The same rule by hand. */
const BY_HAND: PolicyFile = {
  path: "sovereignty/low-level/rule.yaml",
  text: `# Comments and layout do not count.
id: sovereignty/low-level
version: 1
owner: compliance
legal: [{ text: Un texte, url: "https://example.org/" }]
effective: { from: 2026-01-01, to: null }
effect: deny
when: >-
  "sren31" in request.labels && !(pool.hosting in ["state_internal", "state_community"]) && pool.sealGap > 2.0
reason: { code: seal.low, fr: Niveau trop bas., en: Level too low. }
remedy: { fr: Changer de groupe., en: Use another pool. }
derogable: null
mode: shadow
tests:
  - { name: bas, facts: { request: { labels: [sren31] }, pool: { hosting: commercial, sealGap: 3 } }, expected: fires }
  - name: assez haut
    facts: { request: { labels: [sren31] }, pool: { hosting: commercial, sealGap: 2 } }
    expected: silent
`,
};

describe("a decision table", () => {
  it("gives the same digest as the rule written by hand, and comes back as the same table", () => {
    const { files, faults } = read(TABLE);
    expect(faults).toEqual([]);
    expect(digestOf(files)).toBe(digestOf([BY_HAND]));
    const table = tableFromFiles([BY_HAND]);
    expect(digestOf(read(table).files)).toBe(digestOf([BY_HAND]));
    expect(tableFromFiles(read(table).files)).toEqual(table);
    expect(table[1]).toContain("has sren31");
    expect(table[1]).toContain("not in state_internal, state_community");
  });

  it("holds every rule of the State and gives back the same digest", () => {
    const table = tableFromFiles(shipped);
    const back = read(table);
    expect(back.faults).toEqual([]);
    expect(digestOf(back.files)).toBe(digestOf(shipped));
    expect(tableFromFiles(back.files)).toEqual(table);
    const cel = table[0]?.indexOf("cel") ?? -1;
    const inCells = table.filter((row) => row[0] === "rule" && row[cel] === "");
    expect(inCells.length).toBeGreaterThan(10);
  });

  it("tells every fault by row and cell, in both languages", () => {
    const wrong = TABLE.map((row) => [...row]);
    const set = (row: number, heading: string, text: string) => {
      const cells = wrong[row - 1];
      if (cells !== undefined) cells[HEADING.indexOf(heading)] = text;
    };
    set(2, "version", "zero");
    set(2, "motif en", "");
    set(2, "pool.sealGap", "has 3");
    set(3, "request.labels", '"unclosed');
    set(4, "attendu", "perhaps");
    const { files, faults } = read([...wrong, CASE("x", "fires", "", "", "").with(0, "line")]);
    expect(files).toEqual([]);
    const at = faults.map(({ row, column, code }) => `${row} ${HEADING[column ?? -1] ?? ""} ${code}`);
    expect(at.toSorted()).toEqual([
      "2 motif en table.missing",
      "2 pool.sealGap table.condition",
      "2 version table.number",
      "3 request.labels table.value",
      "4 attendu table.outcome",
      "5 ligne table.row_kind",
    ]);
    expect(faults.every(({ fr, en }) => fr.length > 5 && en.length > 5 && fr !== en)).toBe(true);
  });

  it.each([
    ["a column that is none", [[...HEADING, "pool.hostng"], RULE], "table.heading_unknown"],
    ["a column that is missing", [HEADING.slice(0, -4), RULE], "table.heading_missing"],
    ["a case before any rule", [HEADING, TABLE[2] ?? []], "table.row_first"],
    ["two rules with one id", [...TABLE, ...TABLE.slice(1)], "table.duplicate"],
    ["nothing", [HEADING], "table.no_rule"],
    [
      "a rule without a condition",
      [HEADING, [...RULE.slice(0, -3), "", "", ""], ...TABLE.slice(2)],
      "table.no_condition",
    ],
    ["what the engine refuses, such as a case that does not hold", [HEADING, RULE, ...TABLE.slice(3)], "table.refused"],
    [
      "a rule both in cells and in CEL",
      [[...HEADING, "cel"], [...RULE, "request.stream"], ...TABLE.slice(2)],
      "table.cel_and_cells",
    ],
  ])("is refused for %s", (_, rows, code) => {
    const { files, faults } = read(rows);
    expect(files).toEqual([]);
    expect(faults.map((fault) => fault.code)).toContain(code);
  });

  it("says which row of a cell cannot be read", () => {
    const rows = TABLE.map((cells, index) => ({ number: index + 1, cells: [...cells] as (string | null)[] }));
    const row = rows[1];
    if (row !== undefined) row.cells[HEADING.indexOf("pool.hosting")] = null;
    expect(filesFromTable(rows).faults).toMatchObject([{ row: 2, code: "table.cell" }]);
  });
});

const aValue = fc.oneof(
  fc.constantFrom("a", "state_internal", "2026-12-02", "é", "empty", "not", "x y", 'q"uote', "a;b", "a,b", "=1"),
  fc.string({ minLength: 1 }),
);
const aList = fc.oneof(
  fc.array(aValue, { minLength: 1, maxLength: 4 }),
  fc.constantFrom(...["FR", "US"].map((each) => [each])),
);
const listed = <Kind extends Condition["kind"]>(...kinds: Kind[]) =>
  fc.record({ kind: fc.constantFrom(...kinds), list: aList }) as unknown as fc.Arbitrary<Condition>;
const state = (...kinds: Condition["kind"][]) =>
  fc.constantFrom(...kinds.map((kind) => ({ kind }))) as unknown as fc.Arbitrary<Condition>;
const against = (to: fc.Arbitrary<unknown>) =>
  fc.record({ kind: fc.constantFrom("is", "not", "<", "<=", ">", ">="), to }) as unknown as fc.Arbitrary<Condition>;
const ON: Readonly<Record<FactColumn["type"], fc.Arbitrary<Condition>>> = {
  string: fc.oneof(
    against(
      fc.oneof(
        aValue.map((value) => ({ value })),
        fc.constant({ fact: "today.date" }),
      ),
    ),
    listed("in", "out"),
    state("empty", "filled"),
  ),
  bool: state("yes", "no"),
  double: against(
    fc.oneof(
      fc.integer({ min: -1000, max: 1000 }).map((value) => ({ value: value / 4 })),
      fc.constant({ fact: "useCase.maxOutputTokens" }),
    ),
  ),
  "list<string>": fc.oneof(
    fc.record({ kind: fc.constantFrom("has", "lacks"), value: aValue }) as unknown as fc.Arbitrary<Condition>,
    listed("any", "none", "other", "only"),
    state("empty", "filled"),
  ),
};
const aColumn = fc.constantFrom(...FACT_COLUMNS);
const aRow = fc
  .uniqueArray(aColumn, { minLength: 1, maxLength: 4, selector: ({ fact }) => fact })
  .chain((columns) =>
    fc
      .tuple(...columns.map(({ type }) => fc.array(ON[type], { minLength: 1, maxLength: 2 })))
      .map((cells) => new Map(columns.map(({ fact }, index) => [fact, cells[index] ?? []]))),
  );

describe("conditions", () => {
  it("are read from the cell that they are written as", () => {
    fc.assert(
      fc.property(
        aColumn.chain((column) =>
          fc.tuple(fc.constant(column), fc.array(ON[column.type], { minLength: 1, maxLength: 3 })),
        ),
        ([column, conditions]) => {
          expect(readCell(writeCell(conditions), column.type)).toEqual(conditions);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("are found again in the expression that they give, whenever it is theirs", () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 3 }), (alternatives) => {
        const when = celOf(alternatives);
        const back = alternativesOf(when);
        if (back === null) return;
        found += 1;
        expect(celOf(back)).toBe(when);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(300);
  });
});
