import { Bundle } from "./bundle.js";
import type { CompiledRule } from "./bundle.js";
import { digestOf } from "./canonical-json.js";
import { CelLanguage } from "./cel-language.js";
import type { Expression, ExpressionLanguage } from "./expression.js";
import { endOfParisDay, startOfParisDay } from "./paris-day.js";
import { EFFECTS } from "./rule.js";
import type { Rule } from "./rule.js";
import { readRuleDocument } from "./rule-document.js";
import type { RuleDocument } from "./rule-document.js";
import type { RuleTest } from "./rule-tests.js";
import type { PolicyFile, SourceError } from "./source-error.js";
import { placeInScalar } from "./scalar-place.js";
import { YamlReader } from "./yaml-reader.js";

export type BundleResult =
  { readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly errors: readonly SourceError[] };

interface CompiledFile {
  readonly compiled: CompiledRule;
  readonly tests: readonly RuleTest[];
}

const RULE_PATH = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/rule\.yaml$/;

/**
 * Turns policy files into a bundle: parse, check shapes, type-check expressions, run each rule's own tests, digest. Any
 * fault refuses the whole bundle, with every fault named by file and place. Files may come in any order.
 */
export function compileBundle(
  files: readonly PolicyFile[],
  language: ExpressionLanguage = new CelLanguage(),
): BundleResult {
  const errors: SourceError[] = [];
  const seen = new Set<string>();
  const read: CompiledFile[] = [];
  for (const file of files) {
    const misplaced = placementFault(file.path, seen);
    if (misplaced !== null) errors.push({ path: file.path, line: 1, column: 1, message: misplaced });
    seen.add(file.path);
    const compiled = compileFile(file, language, errors);
    if (compiled !== undefined) read.push(compiled);
  }
  if (files.length === 0) errors.push({ path: ".", line: 1, column: 1, message: "there is no rule" });
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, bundle: assemble(read) };
}

function placementFault(path: string, seen: ReadonlySet<string>): string | null {
  if (!RULE_PATH.test(path)) return "a rule's file must be <family>/<rule>/rule.yaml";
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
  if (result.ok) return result.expression;
  const place = placeInScalar(document.whenNode, file.text, result.fault.offset);
  return reader.failAt(place, `when: ${result.fault.message}`);
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
  const digest = digestOf(
    byId.map(({ compiled, tests }) => ({
      ...compiled.rule,
      tests: tests.map(({ name, facts, expected }) => ({ name, facts, expected })),
    })),
  );
  return new Bundle(
    digest,
    byId.map(({ compiled }) => compiled).sort((a, b) => rank(a) - rank(b)),
  );
}
