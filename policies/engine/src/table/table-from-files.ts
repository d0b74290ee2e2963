import { readRuleDocument } from "../rule-document.js";
import type { RuleDocument } from "../rule-document.js";
import type { PolicyFile } from "../source-error.js";
import { YamlReader } from "../yaml-reader.js";
import { alternativesOf } from "./alternatives.js";
import { writeCell } from "./cell-words.js";
import type { Alternative } from "./condition.js";
import { FACT_COLUMNS } from "./fact-columns.js";
import { factsBeyondBaseline } from "./rule-source.js";
import { RULE_COLUMNS, type RuleColumn } from "./table-columns.js";
import { writeTestCell } from "./test-cell.js";

type Row = ReadonlyMap<string, string>;
type Cells = Partial<Record<RuleColumn, string>>;

/**
 * The rules as a decision table, heading first: one block of rows a rule, conditions and cases in a column a fact. What a
 * table cannot say stays as CEL. Columns of facts that no rule looks at are left out.
 * @throws Error when a file is no rule; the files of a bundle that loaded all are
 */
export function tableFromFiles(files: readonly PolicyFile[]): readonly (readonly string[])[] {
  const rows = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap((file) => rowsOf(documentOf(file)));
  const used = new Set(rows.flatMap((row) => [...row.keys()]));
  const columns = [
    ...RULE_COLUMNS.map(([key]) => key),
    ...FACT_COLUMNS.map(({ fact }) => fact).filter((fact) => used.has(fact)),
  ];
  return [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))];
}

function documentOf({ path, text }: PolicyFile): RuleDocument {
  const document = readRuleDocument(new YamlReader(path, text));
  if (document === undefined) throw new Error(`${path} is no rule`);
  return document;
}

function rowsOf({ rule, tests }: RuleDocument): readonly Row[] {
  const alternatives = alternativesOf(rule.when);
  const [first, ...others] = alternatives ?? [];
  const [legal, ...texts] = rule.legal;
  const head: Cells = {
    ...{ row: "rule", id: rule.id, version: String(rule.version), owner: rule.owner, effect: rule.effect },
    ...{
      mode: rule.mode,
      appliesTo: rule.appliesTo.join(", "),
      from: rule.effective.from,
      to: rule.effective.to ?? "",
    },
    ...{
      text: legal?.text ?? "",
      url: legal?.url ?? "",
      code: rule.reason.code,
      fr: rule.reason.fr,
      en: rule.reason.en,
    },
    ...{ remedyFr: rule.remedy?.fr ?? "", remedyEn: rule.remedy?.en ?? "" },
    ...{
      derogableBy: rule.derogable?.by.join(", ") ?? "",
      derogableMonths: rule.derogable?.maxMonths.toString() ?? "",
    },
    cel: alternatives === null ? rule.when : "",
  };
  return [
    rowWith(head, first),
    ...others.map((each) => rowWith({ row: "or" }, each)),
    ...texts.map((each) => rowWith({ row: "text", text: each.text, url: each.url })),
    ...tests.map(({ name, facts, expected }) => {
      const stated = [...factsBeyondBaseline(facts)].map(([fact, value]) => [fact, writeTestCell(value)] as const);
      return new Map([["row", "test"], ["name", name], ["expected", expected], ...stated]);
    }),
  ];
}

const rowWith = (cells: Cells, conditions: Alternative = new Map()): Row =>
  new Map([...Object.entries(cells), ...[...conditions].map(([fact, each]) => [fact, writeCell(each)] as const)]);
