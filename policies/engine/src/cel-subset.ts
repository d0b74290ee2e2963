import type { ASTNode } from "@marcbachmann/cel-js";
import type { ExpressionFault } from "./expression.js";

const FUNCTIONS = new Set(["size"]);
const METHODS = new Set(["exists", "all", "startsWith", "endsWith", "contains", "size"]);
const OPERATORS = new Set([
  "value",
  "id",
  ".",
  "call",
  "rcall",
  "list",
  "?:",
  "||",
  "&&",
  "!_",
  "-_",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
]);

/** Lists inside lists: two compare one list with another; a third would make a request's cost its cube. */
const MOST_LOOPS = 2;
const TOO_MANY_LOOPS = `exists and all stand at most ${MOST_LOOPS} deep inside each other`;

export interface SubsetReading {
  readonly fault: ExpressionFault | null;
  readonly variables: ReadonlySet<string>;
  /** Facts that the expression looks at, as `part.field`. */
  readonly reads: ReadonlySet<string>;
}

/**
 * Keeps rules to what a jurist can read and what both CEL implementations answer alike: comparisons, membership, logic,
 * `exists`, `all`, `size` and plain text tests. No arithmetic, pattern, index, map, time or conversion.
 */
export function readSubset(root: ASTNode): SubsetReading {
  const variables = new Set<string>();
  const reads = new Set<string>();
  let fault: ExpressionFault | null = null;
  const visit = (node: ASTNode, loops: number): void => {
    if (node.op === "id") variables.add(node.args);
    if (node.op === "." && node.args[0].op === "id") reads.add(`${node.args[0].args}.${node.args[1]}`);
    const inside = loops + (isLoop(node) ? 1 : 0);
    fault ??= inside > MOST_LOOPS ? { offset: node.start, message: TOO_MANY_LOOPS } : faultOf(node);
    for (const child of childrenOf(node)) visit(child, inside);
  };
  visit(root, 0);
  return { fault, variables, reads };
}

const isLoop = (node: ASTNode): boolean => node.op === "rcall" && (node.args[0] === "exists" || node.args[0] === "all");

function faultOf(node: ASTNode): ExpressionFault | null {
  if (!OPERATORS.has(node.op)) return { offset: node.start, message: `operator ${node.op} is not available to rules` };
  if (node.op === "call" && !FUNCTIONS.has(node.args[0]))
    return { offset: node.start, message: `function ${node.args[0]} is not available to rules` };
  if (node.op === "rcall" && !METHODS.has(node.args[0]))
    return { offset: node.start, message: `method ${node.args[0]} is not available to rules` };
  return null;
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  return flatten(node.args);
}

function flatten(value: unknown): ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  return isNode(value) ? [value] : [];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === "object" && value !== null && "op" in value && "args" in value;
