import type { ASTNode } from "@marcbachmann/cel-js";
import { parse } from "@marcbachmann/cel-js";
import { celOfCondition, type Alternative, type Condition, type Operand } from "./condition.js";
import { FACT_COLUMNS, factColumn, type FactColumn } from "./fact-columns.js";

/** The expression that rows of conditions stand for: one of them holds, in each of them all. */
export function celOf(alternatives: readonly Alternative[]): string {
  const rows = alternatives.map((row) =>
    FACT_COLUMNS.flatMap((column) => (row.get(column.fact) ?? []).map((each) => celOfCondition(column, each))),
  );
  const [only, ...others] = rows.map((conditions) => conditions.join(" && "));
  if (only === undefined) return "";
  return others.length === 0 ? only : [only, ...others].map((row) => `(${row})`).join(" || ");
}

/** Rows of conditions that stand for exactly this text; `null` when a table cannot say it. */
export function alternativesOf(when: string): readonly Alternative[] | null {
  const rows = flattened(parse(when).ast, "||").map(rowOf);
  const read = rows.filter((row) => row !== null);
  return read.length === rows.length && celOf(read) === when ? read : null;
}

function flattened(node: ASTNode, op: "||" | "&&"): readonly ASTNode[] {
  return node.op === op ? [...flattened(node.args[0], op), ...flattened(node.args[1], op)] : [node];
}

function rowOf(node: ASTNode): Alternative | null {
  const row = new Map<string, Condition[]>();
  for (const part of flattened(node, "&&")) {
    const found = conditionOf(part);
    if (found === null) return null;
    row.set(found.column.fact, [...(row.get(found.column.fact) ?? []), found.condition]);
  }
  return row;
}

interface Found {
  readonly column: FactColumn;
  readonly condition: Condition;
}

/** Whatever is read wrongly here is written otherwise than it stands, and so given up by `alternativesOf`. */
function conditionOf(node: ASTNode): Found | null {
  if (node.op === "!_") return negated(node.args);
  if (node.op === ".") return found(node, { kind: "yes" });
  if (node.op === "in") return membership(node.args[0], node.args[1], ["has", "in"]);
  if (node.op === "rcall") return quantified(node.args, ["any", "only"]);
  return comparison(node);
}

function negated(node: ASTNode): Found | null {
  if (node.op === ".") return found(node, { kind: "no" });
  if (node.op === "in") return membership(node.args[0], node.args[1], ["lacks", "out"]);
  return node.op === "rcall" ? quantified(node.args, ["none", null]) : null;
}

function found(node: ASTNode, condition: Condition): Found | null {
  const column =
    node.op === "." && node.args[0].op === "id" ? factColumn(`${node.args[0].args}.${node.args[1]}`) : undefined;
  return column === undefined ? null : { column, condition };
}

function membership(
  left: ASTNode,
  right: ASTNode,
  [holding, listing]: readonly ["has" | "lacks", "in" | "out"],
): Found | null {
  const value = textOf(left);
  if (value !== null) return found(right, { kind: holding, value });
  const list = listOf(right);
  return list === null ? null : found(left, { kind: listing, list });
}

type Call = Extract<ASTNode, { op: "rcall" }>["args"];

function quantified(
  [method, receiver, [, test]]: Call,
  [exists, all]: readonly ["any" | "none", "only" | null],
): Found | null {
  if (test === undefined) return null;
  const negation = test.op === "!_" ? test.args : null;
  const inner = negation ?? test;
  const list = inner.op === "in" ? listOf(inner.args[1]) : null;
  if (list === null) return null;
  if (method === "all") return all === null || negation !== null ? null : found(receiver, { kind: all, list });
  if (method !== "exists") return null;
  if (negation === null) return found(receiver, { kind: exists, list });
  return exists === "any" ? found(receiver, { kind: "other", list }) : null;
}

const KINDS: Readonly<Record<string, "is" | "not" | "<" | "<=" | ">" | ">=">> = {
  ...{ "==": "is", "!=": "not", "<": "<", "<=": "<=", ">": ">", ">=": ">=" },
};

function comparison(node: ASTNode): Found | null {
  const kind = KINDS[node.op];
  if (kind === undefined) return null;
  const [left, right] = node.args as [ASTNode, ASTNode];
  if (left.op === "call" && left.args[0] === "size" && left.args[1][0] !== undefined)
    return found(left.args[1][0], { kind: kind === "is" ? "empty" : "filled" });
  if (textOf(right) === "") return found(left, { kind: kind === "is" ? "empty" : "filled" });
  const to = operandOf(right);
  return to === null ? null : found(left, { kind, to });
}

function operandOf(node: ASTNode): Operand | null {
  if (node.op === "." && node.args[0].op === "id") return { fact: `${node.args[0].args}.${node.args[1]}` };
  if (node.op === "-_") {
    const inner = operandOf(node.args);
    return inner !== null && "value" in inner && typeof inner.value === "number" ? { value: -inner.value } : null;
  }
  if (node.op !== "value") return null;
  const value: unknown = node.args;
  return typeof value === "string" || typeof value === "number" ? { value } : null;
}

const textOf = (node: ASTNode): string | null =>
  node.op === "value" && typeof node.args === "string" ? node.args : null;

function listOf(node: ASTNode): readonly string[] | null {
  if (node.op !== "list") return null;
  const values = node.args.map(textOf);
  return values.every((value) => value !== null) ? values : null;
}
