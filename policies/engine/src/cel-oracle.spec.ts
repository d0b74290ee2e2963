import { fileURLToPath } from "node:url";
import { Environment } from "@marcbachmann/cel-js";
import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import type { CelInput } from "@bufbuild/cel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CelLanguage } from "./cel-language.js";
import { compileBundle } from "./compile-bundle.js";
import { anyFacts, mostlyAllowedFacts } from "../../../test/builders/facts.arbitrary.js";
import type { Facts } from "./facts.js";
import { loadPolicyFiles } from "./load-policy-files.js";

type Bound = Record<string, CelInput>;

/** Facts as the second implementation takes them: made once for all rules, which takes it longer than a rule. */
const bound = (facts: Facts): Bound =>
  Object.fromEntries(Object.entries(facts).map(([name, part]) => [name, new Map(Object.entries(part as object))]));

/** A second, independent implementation of CEL that must answer as the engine's does. */
function oracle(when: string): (facts: Bound) => boolean {
  const evaluate = plan(celEnv(), parse(when));
  return (facts) => {
    const result = evaluate(facts);
    if (isCelError(result)) throw result;
    return result === true;
  };
}

/** cel-js's own evaluation, which the engine's closures stand in for. */
function interpreted(when: string): (facts: Facts) => boolean {
  const parsed = new Environment({ unlistedVariablesAreDyn: true }).parse(when);
  return (facts) => parsed(facts) === true;
}

function agrees(when: string, runs = 100): void {
  const compiled = new CelLanguage().compile(when);
  if (!compiled.ok) throw new Error(`${when}: ${compiled.fault.message}`);
  const [cel, second] = [interpreted(when), oracle(when)];
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const said = compiled.expression.evaluate(facts);
      expect([cel(facts), second(bound(facts))]).toEqual([said, said]);
    }),
    { numRuns: runs },
  );
}

const text = fc.constantFrom('"alpha"', "pool.slug", "model.name", "organisation.slug", '"health"', "useCase.state");
const list = fc.constantFrom("request.labels", "pool.acceptedLabels", "organisation.path", '["alpha", "health"]');
const number = fc.constantFrom("request.maxOutputTokens", "4096.0", "-1.5");
const comparison = fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => `(${words.join(" ")})`);

/** Expressions of the subset, all of type bool. */
const { anyExpression } = fc.letrec<{ anyExpression: string }>((tie) => ({
  anyExpression: fc.oneof(
    { depthSize: "small" },
    join(number, comparison, number),
    join(text, fc.constantFrom("==", "!=", "<", ">="), text),
    join(text, fc.constant("in"), list),
    join(list, fc.constantFrom("==", "!="), list),
    fc.constant("request.stream"),
    fc.tuple(text, fc.constantFrom("startsWith", "endsWith", "contains"), text).map(([a, f, b]) => `${a}.${f}(${b})`),
    fc.tuple(list, comparison, fc.nat(4)).map(([a, sign, size]) => `(size(${a}) ${sign} ${size})`),
    fc
      .tuple(list, fc.constantFrom("exists", "all"), fc.constantFrom("x", "y"), comparison, text)
      .map(([a, quantifier, name, sign, b]) => `${a}.${quantifier}(${name}, ${name} ${sign} ${b})`),
    tie("anyExpression").map((inner) => `!${inner}`),
    join(tie("anyExpression"), fc.constantFrom("&&", "||", "==", "!="), tie("anyExpression")),
    join(tie("anyExpression"), fc.constant("?"), tie("anyExpression"), fc.constant(":"), tie("anyExpression")),
    fc.tuple(list, tie("anyExpression")).map(([a, inner]) => `${a}.exists(z, z in pool.acceptedLabels && ${inner})`),
  ),
}));

/** How deep `exists` and `all` stand inside each other: no text of an expression holds a parenthesis. */
function quantifierDepth(when: string): number {
  const open: boolean[] = [];
  let deepest = 0;
  for (const [word] of when.matchAll(/\.(?:exists|all)\(|\(|\)/gu)) {
    if (word === ")") open.pop();
    else open.push(word !== "(");
    deepest = Math.max(deepest, open.filter(Boolean).length);
  }
  return deepest;
}

const bundle = compileBundle(loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url))));
const rules = bundle.ok ? bundle.bundle.rules : [];

describe("the engine, cel-js and a second implementation agree", () => {
  it("on every rule in force, over 10,000 sets of facts", () => {
    const language = new CelLanguage();
    const both = rules.map(({ id, when }) => {
      const compiled = language.compile(when);
      if (!compiled.ok) throw new Error(`${id}: ${compiled.fault.message}`);
      return { id, said: compiled.expression.evaluate, other: oracle(when) };
    });
    fc.assert(
      fc.property(fc.oneof(anyFacts, mostlyAllowedFacts), (facts) => {
        const others = bound(facts);
        expect(both.filter(({ said, other }) => said(facts) !== other(others)).map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(rules.map((rule) => [rule.id, rule.when]))("on %s", (_, when) => agrees(when, 50));

  it.each([
    "request.maxOutputTokens > 4096",
    "request.maxOutputTokens <= 4096.0 && !request.stream",
    'organisation.path.exists(slug, slug == "alpha") || organisation.slug.startsWith("be")',
    'request.labels.all(label, label in ["public", "internal"])',
    'size(request.labels) > 2 ? pool.slug != "" : "health" in pool.acceptedLabels',
    "request.labels == pool.acceptedLabels",
    "size(organisation.path) == request.labels.size()",
    'model.name.contains("a") && model.publisher.endsWith("a")',
    'organisation.path.exists(a, request.labels.all(b, a != b) && a in ["alpha", "beta"])',
    "-request.maxOutputTokens < -100 || (request.stream ? 1 : 2) == 2",
    "request.maxOutputTokens in [1.0, 2.0, 3.0] || [pool.slug, model.name].exists(name, name == application.slug)",
    'size("é𝄞") == 2 && size(organisation.slug) >= 4',
  ])("on %s", (when) => agrees(when));

  it("on any expression of the subset", () => {
    fc.assert(
      fc.property(
        anyExpression.filter((when) => quantifierDepth(when) <= 2),
        (when) => agrees(when, 10),
      ),
      { numRuns: 150 },
    );
  });

  it("and would show a difference", () => {
    const second = oracle("request.stream");
    expect(() => fc.assert(fc.property(anyFacts, (facts) => second(bound(facts)) === !facts.request.stream))).toThrow();
  });
});
