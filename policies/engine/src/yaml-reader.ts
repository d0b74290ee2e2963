import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Node, Pair, YAMLMap } from "yaml";
import type { SourceError } from "./source-error.js";

/**
 * Reads a YAML text as typed values and collects every fault with its place. A faulty value reads as `undefined` (or
 * as an empty list), so that one pass reports all faults.
 */
export class YamlReader {
  readonly errors: SourceError[] = [];
  readonly root: Node | null;
  private readonly lines = new LineCounter();

  constructor(
    readonly path: string,
    text: string,
  ) {
    const document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: true, prettyErrors: false });
    for (const error of [...document.errors, ...document.warnings]) this.failAt(error.pos[0], error.message);
    this.root = document.contents;
  }

  failAt(offset: number, message: string): undefined {
    const { line, col } = this.lines.linePos(offset);
    this.errors.push({ path: this.path, line: Math.max(line, 1), column: Math.max(col, 1), message });
    return undefined;
  }

  fail(node: Node | null | undefined, message: string): undefined {
    return this.failAt(node?.range?.[0] ?? 0, message);
  }

  /** The mapping's values by key. Unknown keys and missing required ones are faults. */
  fields(node: Node | null | undefined, what: string, required: readonly string[], optional: readonly string[] = []) {
    const found = new Map<string, Node | null>();
    if (!isMap(node)) {
      this.fail(node, `${what} must be a mapping`);
      return found;
    }
    for (const pair of (node as YAMLMap<Node, Node | null>).items) this.addField(found, pair, what, required, optional);
    for (const name of required) if (!found.has(name)) this.fail(node, `${what}: ${name} is missing`);
    return found;
  }

  private addField(
    found: Map<string, Node | null>,
    pair: Pair<Node, Node | null>,
    what: string,
    required: readonly string[],
    optional: readonly string[],
  ): void {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    if (required.includes(key) || optional.includes(key)) found.set(key, pair.value);
    else this.fail(pair.key, `${what}: unknown key ${JSON.stringify(key)}`);
  }

  items(node: Node | null | undefined, what: string): readonly Node[] {
    if (!isSeq(node)) {
      this.fail(node, `${what} must be a list`);
      return [];
    }
    return node.items as Node[];
  }

  string(node: Node | null | undefined, what: string): string | undefined {
    const value = this.scalar(node);
    if (typeof value === "string" && value.trim() !== "") return value;
    return this.fail(node, `${what} must be a non-empty text`);
  }

  /** Like `string`, and "" is a text too. */
  text(node: Node | null | undefined, what: string): string | undefined {
    return this.scalar(node) === "" ? "" : this.string(node, what);
  }

  boolean(node: Node | null | undefined, what: string): boolean | undefined {
    const value = this.scalar(node);
    return typeof value === "boolean" ? value : this.fail(node, `${what} must be true or false`);
  }

  number(node: Node | null | undefined, what: string): number | undefined {
    const value = this.scalar(node);
    return typeof value === "number" ? value : this.fail(node, `${what} must be a number`);
  }

  positiveInteger(node: Node | null | undefined, what: string): number | undefined {
    const value = this.scalar(node);
    if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
    return this.fail(node, `${what} must be a whole number above 0`);
  }

  oneOf<T extends string>(node: Node | null | undefined, what: string, choices: readonly T[]): T | undefined {
    const value = this.scalar(node);
    const found = choices.find((choice) => choice === value);
    return found ?? this.fail(node, `${what} must be one of ${choices.join(", ")}`);
  }

  isNull(node: Node | null | undefined): boolean {
    return node === null || (isScalar(node) && node.value === null);
  }

  private scalar(node: Node | null | undefined): unknown {
    return isScalar(node) ? node.value : undefined;
  }
}
