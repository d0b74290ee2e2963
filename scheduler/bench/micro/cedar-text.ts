import { parse, type ASTNode } from "@marcbachmann/cel-js";

const SIGNS = new Map([
  ["==", "=="],
  ["!=", "!="],
  ["||", "||"],
  ["&&", "&&"],
]);
/** Cedar orders whole numbers only. */
const ORDER = new Set(["<", "<=", ">", ">="]);

/** The condition in Cedar over `context`, or `null` where Cedar has no such form, as for texts in order. */
export function cedarOf(when: string): string | null {
  try {
    return expression(parse(when).ast);
  } catch (error) {
    if (error instanceof NoForm) return null;
    throw error;
  }
}

class NoForm extends Error {}

function expression(node: ASTNode): string {
  const sign = SIGNS.get(node.op);
  if (sign !== undefined || ORDER.has(node.op)) {
    const [left, right] = node.args as [ASTNode, ASTNode];
    return sign === undefined ? order(node.op, left, right) : `(${expression(left)} ${sign} ${expression(right)})`;
  }
  if (node.op === "!_") return `!(${expression(node.args)})`;
  if (node.op === "in") return `${expression(node.args[1])}.contains(${expression(node.args[0])})`;
  if (node.op === ".") return `${expression(node.args[0])}.${node.args[1]}`;
  if (node.op === "id") return `context.${node.args}`;
  if (node.op === "list") return `[${node.args.map(expression).join(", ")}]`;
  if (node.op === "value") return typeof node.args === "string" ? JSON.stringify(node.args) : whole(node.args);
  if (node.op === "rcall") return exists(node);
  throw new NoForm(node.op);
}

function whole(value: unknown): string {
  const number = Number(value);
  if (!Number.isInteger(number)) throw new NoForm("fraction");
  return String(number);
}

function order(sign: string, left: ASTNode, right: ASTNode): string {
  const size = left.op === "call" && left.args[0] === "size" ? left.args[1][0] : undefined;
  if (size !== undefined && sign === ">") return `!(${expression(size)}.isEmpty())`;
  const numeric = (node: ASTNode): boolean =>
    (node.op === "value" && typeof node.args !== "string") ||
    (node.op === "." && /Tokens|Holding|Gap/.test(node.args[1]));
  if (!numeric(left) || !numeric(right)) throw new NoForm("texts in order");
  return `(${expression(left)} ${sign} ${expression(right)})`;
}

/** A loop that only asks whether some item is, or is not, among others: Cedar asks that of sets. */
function exists({ args: [method, list, [variable, test]] }: Extract<ASTNode, { op: "rcall" }>): string {
  if (method !== "exists" || variable?.op !== "id" || test === undefined) throw new NoForm(method);
  const negated = test.op === "!_";
  const inner = negated ? test.args : test;
  const isItem = (node: ASTNode): boolean => node.op === "id" && node.args === variable.args;
  if (inner.op === "in" && isItem(inner.args[0])) {
    const among = expression(inner.args[1]);
    return negated ? `!(${among}.containsAll(${expression(list)}))` : `${among}.containsAny(${expression(list)})`;
  }
  if (!negated && inner.op === "!=" && isItem(inner.args[0]))
    return `!([${expression(inner.args[1])}].containsAll(${expression(list)}))`;
  throw new NoForm("loop");
}
