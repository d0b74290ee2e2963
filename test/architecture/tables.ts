import ts from "typescript";
import { ROOMS, type Architecture } from "./rules.js";

/** SQL in a file, or a name of a table in it, that its room may not use. */
export interface ForeignUse {
  readonly file: string;
  readonly line: number;
  readonly table: string;
  /** Where the table is used instead. */
  readonly instead: string;
}

/** A table that SQL names, and whether the statement writes it. */
export interface TableUse {
  readonly table: string;
  readonly writes: boolean;
}

/** Stands where a template has an expression. */
const HOLE = "\u0000";
const STATEMENT = /^\s*(with|select|insert|update|delete|merge|truncate|lock|copy)\b/i;
/** A file that holds nothing of this is not parsed. */
const HOLDS_SQL =
  /\b(FROM|JOIN|INTO|UPDATE|USING|TRUNCATE)\b|["'`]\s*(with|select|insert|update|delete|merge|truncate|lock|copy)\s/;
/** Where a list of FROM ends; a JOIN opens the next name itself. */
const ENDS = new Set(
  ["WHERE", "GROUP", "ORDER", "LIMIT", "HAVING", "UNION", "INTERSECT", "EXCEPT", "RETURNING", "SET", "ON"].concat(
    ...["JOIN", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "WINDOW", "FETCH", "FOR", "OFFSET"],
  ),
);
const WRITING = new Set(["INTO", "UPDATE", "TRUNCATE"]);

/**
 * Tables that a piece of SQL names where a table's name may stand; a piece need not be a whole statement. Keywords count
 * in capitals, or in any case where the text begins as a statement does.
 */
export function tablesIn(sql: string, tables: ReadonlySet<string>): readonly TableUse[] {
  const anyCase = STATEMENT.test(sql);
  const tokens = sql.replaceAll(/'[^']*'|--[^\n]*/g, "''").match(/[\w$]+|"[^"]*"|[^\s\w]/g) ?? [];
  const word = (at: number): string => {
    const token = tokens[at] ?? "";
    return anyCase ? token.toUpperCase() : token;
  };
  const found: TableUse[] = [];
  /** Depths of parentheses at which a comma is followed by a further table. */
  const lists: number[] = [];
  let depth = 0;
  const take = (at: number, writes: boolean): void => {
    const start = ["ONLY", "LATERAL", "TABLE"].includes(word(at)) ? at + 1 : at;
    const name = (tokens[start] ?? "").replaceAll('"', "");
    const isCall = tokens[start + 1] === "(" && !writes;
    if (tables.has(name) && !isCall) found.push({ table: name, writes });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = word(at);
    if (token === "(") depth++;
    else if (token === ")") {
      depth--;
      while ((lists.at(-1) ?? -1) > depth) lists.pop();
    } else if (token === "," && lists.at(-1) === depth) take(at + 1, false);
    else if (token === "FROM" && word(at - 1) !== "DISTINCT") {
      take(at + 1, word(at - 1) === "DELETE");
      lists.push(depth);
    } else if (token === "JOIN" || token === "USING") take(at + 1, false);
    else if (WRITING.has(token) && !["FOR", "DO"].includes(word(at - 1))) take(at + 1, true);
    if (ENDS.has(token) && lists.at(-1) === depth) lists.pop();
  }
  return found;
}

/**
 * What a source file says of tables that another room owns: in SQL, or by a table's bare name where its adapters hand one
 * to code that makes SQL of it. A room's `reads/` say what others may read, so they write nothing.
 */
export function foreignUses(file: string, text: string, declared: Architecture["tables"]): readonly ForeignUse[] {
  const owners = new Map(Object.entries(declared).flatMap(([room, tables]) => tables.map((table) => [table, room])));
  const room = file.startsWith(`${ROOMS}/`) ? (file.slice(ROOMS.length + 1).split("/")[0] ?? "") : "";
  const isRead = file.startsWith(`${ROOMS}/${room}/reads/`);
  const handsNames = isRead || file.startsWith(`${ROOMS}/${room}/adapters/postgres/`);
  if (!handsNames && !HOLDS_SQL.test(text)) return [];
  const tables = new Set(owners.keys());
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: ForeignUse[] = [];
  const report = (node: ts.Node, { table, writes }: TableUse): void => {
    const owner = owners.get(table) ?? "";
    if (owner === room && !(isRead && writes)) return;
    const instead = owner === room ? `${ROOMS}/${owner}/adapters/postgres` : `${ROOMS}/${owner}/reads`;
    found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, table, instead });
  };
  const visit = (node: ts.Node): void => {
    const written = textOf(node);
    if (written !== null) for (const use of tablesIn(written, tables)) report(node, use);
    const name = written === null ? "" : (/^(\w+)( as \w+)?$/i.exec(written)?.[1] ?? "");
    if (handsNames && tables.has(name) && isHanded(node)) report(node, { table: name, writes: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join("");
}

/** An argument, an element of a list, or what a property called `table` or `name` is. */
function isHanded({ parent }: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) return ["table", "name"].includes(parent.name.getText());
  return ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isArrayLiteralExpression(parent);
}
