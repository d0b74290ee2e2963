import { createHash } from "node:crypto";
import { canonicalJson, endOfParisDay, startOfParisDay } from "@socle/contracts";
import { Bundle } from "./bundle.js";
import { CelLanguage } from "./cel-language.js";
import type { Expression, ExpressionLanguage } from "./expression.js";
import { EFFECTS } from "./rule.js";
import type { Rule } from "./rule.js";
import { readRuleDocument } from "./rule-document.js";
import type { RuleDocument } from "./rule-document.js";
import type { CompiledRule } from "./rule-set.js";
import type { RuleTest } from "./rule-tests.js";
import type { PolicyFile, SourceError } from "./source-error.js";
import { placeInScalar } from "./scalar-place.js";
import { unknownFacts } from "./subjects.js";
import { YamlReader } from "./yaml-reader.js";

export type BundleResult =
  { readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly errors: readonly SourceError[] };

interface CompiledFile {
  readonly compiled: CompiledRule;
  readonly tests: readonly RuleTest[];
}

/** Bounds of what one bundle may hold; a snapshot carries all of it. */
const MOST_FILES = 500;
const LONGEST_FILE = 65_536;
const RULE_PATH = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/rule\.yaml$/;

/**
 * Turns policy files into a bundle: parse, check shapes, type-check expressions, run each rule's own tests, digest. Any
 * fault refuses the whole bundle, with every fault named by file and place. Files may come in any order.
 */
export function compileBundle(
  files: readonly PolicyFile[],
  language: ExpressionLanguage = new CelLanguage(),
): BundleResult {
  if (files.length > MOST_FILES) return refusedWhole(`there are ${files.length} rules, more than ${MOST_FILES}`);
  const errors: SourceError[] = [];
  const seen = new Set<string>();
  const read: CompiledFile[] = [];
  for (const file of files) {
    const wrong = fileFault(file, seen);
    if (wrong !== null) errors.push({ path: file.path, line: 1, column: 1, message: wrong });
    seen.add(file.path);
    if (file.text.length > LONGEST_FILE) continue;
    const compiled = compileFile(file, language, errors);
    if (compiled !== undefined) read.push(compiled);
  }
  if (files.length === 0) return refusedWhole("there is no rule");
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, bundle: assemble(read) };
}

const refusedWhole = (message: string): BundleResult => ({
  ok: false,
  errors: [{ path: ".", line: 1, column: 1, message }],
});

function fileFault({ path, text }: PolicyFile, seen: ReadonlySet<string>): string | null {
  if (!RULE_PATH.test(path)) return "a rule's file must be <family>/<rule>/rule.yaml";
  if (text.length > LONGEST_FILE) return `the file has more than ${LONGEST_FILE} characters`;
  return seen.has(path) ? "the file is given twice" : null;
}

function compileFile(file: PolicyFile, language: ExpressionLanguage, errors: SourceError[]): CompiledFile | undefined {
  const reader = new YamlReader(file.path, file.text);
  const document = reader.errors.length === 0 ? readRuleDocument(reader) : undefined;
  const expression = document && compileWhen(document, file, reader, language);
  if (document && expression) runTests(document, expression, reader);
  errors.push(...reader.errors);
  if (!document || !expression || reader.errors.length > 0) return undefined;
  return { compiled: compiledRule(document, expression), tests: document.tests };
}

function compileWhen(
  document: RuleDocument,
  file: PolicyFile,
  reader: YamlReader,
  language: ExpressionLanguage,
): Expression | undefined {
  const result = language.compile(document.rule.when);
  if (result.ok) return knownThroughout(document, result.expression, reader);
  const place = placeInScalar(document.whenNode, file.text, result.fault.offset);
  return reader.failAt(place, `when: ${result.fault.message}`);
}

/** A rule that reads what is not known of something it guards would fail there each time. */
function knownThroughout(document: RuleDocument, expression: Expression, reader: YamlReader): Expression | undefined {
  for (const target of document.rule.appliesTo) {
    const unknown = unknownFacts(target, expression.reads);
    if (unknown.length > 0)
      return reader.fail(document.appliesToNode, `appliesTo: nothing is known of ${unknown.join(", ")} for ${target}`);
  }
  return expression;
}

function runTests(document: RuleDocument, expression: Expression, reader: YamlReader): void {
  for (const test of document.tests) {
    const outcome = outcomeOf(expression, test);
    if (outcome !== test.expected)
      reader.fail(test.node, `test "${test.name}": expected ${test.expected}, the rule ${outcome}`);
  }
}

function outcomeOf(expression: Expression, test: RuleTest): string {
  try {
    return expression.evaluate(test.facts) ? "fires" : "silent";
  } catch (error) {
    return `fails (${error instanceof Error ? error.message.split("\n", 1)[0] : "unknown"})`;
  }
}

function compiledRule(document: RuleDocument, expression: Expression): CompiledRule {
  const rule: Rule = Object.freeze({ ...document.rule, scope: expression.scope });
  const { from, to } = rule.effective;
  return {
    rule,
    expression,
    from: startOfParisDay(from) ?? Number.POSITIVE_INFINITY,
    to: to === null ? Number.POSITIVE_INFINITY : (endOfParisDay(to) ?? Number.POSITIVE_INFINITY),
  };
}

function assemble(files: readonly CompiledFile[]): Bundle {
  const rank = ({ rule }: CompiledRule): number => EFFECTS.indexOf(rule.effect);
  const byId = [...files].sort((a, b) => (a.compiled.rule.id < b.compiled.rule.id ? -1 : 1));
  const named = canonicalJson(
    byId.map(({ compiled, tests }) => ({
      ...compiled.rule,
      tests: tests.map(({ name, facts, expected }) => ({ name, facts, expected })),
    })),
  );
  return new Bundle(
    createHash("sha256").update(named).digest("hex"),
    byId.map(({ compiled }) => compiled).sort((a, b) => rank(a) - rank(b)),
  );
}
