import {
  type Alias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
} from "yaml";
import type { z } from "zod";
import { systemClock } from "../../../kernel/clock.js";
import { EVIDENCE_KINDS } from "../../../registry/index.js";
import { referenceIssues } from "../../domain/references.js";
import { seedDocument, type SeedDocument } from "../../domain/seed-document.js";
import type { SeedIssue } from "../../domain/seed-issue.js";
import { withTimes } from "../../domain/seed-words.js";

/** A mistake with its place in the file, both counted from 1. */
export interface SeedMistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type SeedReading =
  | { readonly ok: true; readonly document: SeedDocument }
  | { readonly ok: false; readonly mistakes: readonly SeedMistake[] };

/** Reads and checks a seed file's text on `today`; reports every mistake it can see, in the order of the file. */
export function readSeed(text: string, today: Date = systemClock.now()): SeedReading {
  const { yaml, lines } = parsed(text);
  if (yaml.errors.length > 0)
    return mistaken(yaml.errors.map(({ pos: [offset], message }) => ({ ...placeOf(lines, offset), message })));
  if (yaml.contents === null) return mistaken([{ line: 1, column: 1, message: "the file is empty" }]);
  const plain = withoutAliases(yaml);
  if (!plain.ok) return mistaken([{ ...placeOf(lines, plain.offset), message: plain.message }]);
  const shape = seedDocument.safeParse(withTimes(plain.value, today));
  if (!shape.success)
    return mistaken(shape.error.issues.flatMap(simplified).map((issue) => located(yaml, lines, issue)));
  const issues = [...referenceIssues(shape.data), ...evidenceIssues(shape.data)];
  if (issues.length > 0) return mistaken(issues.map((issue) => located(yaml, lines, issue)));
  return { ok: true, document: shape.data };
}

/** Pieces of evidence that the registry does not know. */
const evidenceIssues = ({ useCases }: SeedDocument): SeedIssue[] =>
  useCases.flatMap(({ evidence }, index) =>
    Object.keys(evidence)
      .filter((kind) => !EVIDENCE_KINDS.some((known) => known === kind))
      .map((kind) => ({
        path: ["useCases", index, "evidence", kind],
        message: `there is no evidence ${kind}: one of ${EVIDENCE_KINDS.join(", ")}`,
      })),
  );

/** Where something that went wrong later stands in the file's text. */
export function placeIn(text: string, issue: SeedIssue): SeedMistake {
  const { yaml, lines } = parsed(text);
  return located(yaml, lines, issue);
}

function parsed(text: string): { readonly yaml: Document; readonly lines: LineCounter } {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core", uniqueKeys: true });
  return { yaml, lines };
}

type Plain =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** The document's values; the library throws for an alias of nothing, and for aliases of aliases that grow without end. */
function withoutAliases(yaml: Document): Plain {
  const aliases: Alias[] = [];
  visit(yaml, { Alias: (_, alias) => void aliases.push(alias) });
  const [first] = aliases;
  const lost = aliases.find((alias) => alias.resolve(yaml) === undefined);
  if (lost !== undefined)
    return { ok: false, offset: lost.range?.[0] ?? 0, message: `*${lost.source} names nothing that stands before it` };
  try {
    return { ok: true, value: yaml.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, offset: first?.range?.[0] ?? 0, message: "aliases are used more than 100 times over" };
  }
}

function mistaken(mistakes: readonly SeedMistake[]): SeedReading {
  return { ok: false, mistakes: mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** zod's issue in the seed's words; an object with several unknown keys has one mistake for each. */
function simplified(issue: z.core.$ZodIssue): SeedIssue[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key ${key}` }));
  const field = path.at(-1);
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  if (issue.code === "invalid_type" && /received undefined/.test(issue.message))
    return [{ path: path.slice(0, -1), message: `${String(field)} is missing` }];
  return [{ path, message: missing ? `${String(field)} is missing` : `${String(field)}: ${issue.message}` }];
}

function located(yaml: Document, lines: LineCounter, { path, message }: SeedIssue): SeedMistake {
  return { ...placeOf(lines, offsetOf(yaml, path)), message };
}

/** Where a path's key stands; its value for a position in a list; the nearest parent for what is not there. */
function offsetOf(yaml: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const steps = path.slice(0, length);
    const parent = yaml.getIn(steps.slice(0, -1), true);
    const last = steps.at(-1);
    const key = isMap(parent) ? keyOf(parent.items, last) : undefined;
    if (key?.range != null) return key.range[0];
    const value = yaml.getIn(steps, true) as Node | undefined;
    if (value?.range != null) return value.range[0];
  }
  return yaml.contents?.range?.[0] ?? 0;
}

function keyOf(pairs: readonly Pair[], name: string | number | undefined): Node | undefined {
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === name);
  return pair?.key as Node | undefined;
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** `FILE:LINE:COLUMN: message`, one a line, as compilers write. */
export function writeMistakes(file: string, mistakes: readonly SeedMistake[]): string {
  return mistakes.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n");
}
