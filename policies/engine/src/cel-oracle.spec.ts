import { fileURLToPath } from "node:url";
import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import type { CelInput } from "@bufbuild/cel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CelLanguage } from "./cel-language.js";
import { compileBundle } from "./compile-bundle.js";
import { anyFacts } from "../../../test/builders/facts.arbitrary.js";
import type { Facts } from "./facts.js";
import { loadPolicyFiles } from "./load-policy-files.js";

/** A second, independent implementation of CEL that must answer as the engine's does. */
function oracle(when: string): (facts: Facts) => boolean {
  const evaluate = plan(celEnv(), parse(when));
  return (facts) => {
    const parts = Object.entries(facts).map(([name, part]) => [name, new Map(Object.entries(part as object))]);
    const result = evaluate(Object.fromEntries(parts) as Record<string, CelInput>);
    if (isCelError(result)) throw result;
    return result === true;
  };
}

function agrees(when: string): void {
  const compiled = new CelLanguage().compile(when);
  if (!compiled.ok) throw new Error(`${when}: ${compiled.fault.message}`);
  const second = oracle(when);
  fc.assert(fc.property(anyFacts, (facts) => compiled.expression.evaluate(facts) === second(facts)));
}

const bundle = compileBundle(loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url))));
const rules = bundle.ok ? bundle.bundle.rules : [];

describe("two implementations of CEL agree", () => {
  it.each(rules.map((rule) => [rule.id, rule.when]))("on %s", (_, when) => agrees(when));

  it.each([
    "request.maxOutputTokens > 4096",
    "request.maxOutputTokens <= 4096.0 && !request.stream",
    'organisation.path.exists(slug, slug == "alpha") || organisation.slug.startsWith("be")',
    'request.labels.all(label, label in ["public", "internal"])',
    'size(request.labels) > 2 ? pool.slug != "" : "health" in pool.acceptedLabels',
    "request.labels == pool.acceptedLabels",
    "size(organisation.path) == request.labels.size()",
    'model.name.contains("a") && model.publisher.endsWith("a")',
  ])("on %s", agrees);

  it("and would show a difference", () => {
    const second = oracle("request.stream");
    expect(() => fc.assert(fc.property(anyFacts, (facts) => second(facts) === !facts.request.stream))).toThrow();
  });
});
