import type { Node } from "yaml";
import { BASELINE_FACTS } from "./baseline-facts.js";
import { FACT_SCHEMA } from "./facts.js";
import type { Facts, FactType } from "./facts.js";
import type { YamlReader } from "./yaml-reader.js";

/** A case that a rule carries: these facts, over the baseline, and whether the rule fires on them. */
export interface RuleTest {
  readonly name: string;
  readonly facts: Facts;
  readonly expected: "fires" | "silent";
  readonly node: Node;
}

const EXPECTED = ["fires", "silent"] as const;

/** Reads a rule's tests; there is at least one of each outcome, so that no rule is loaded that always or never fires. */
export function readRuleTests(reader: YamlReader, node: Node | null | undefined): RuleTest[] {
  const tests = reader.items(node, "tests").map((item) => readTest(reader, item));
  for (const outcome of EXPECTED)
    if (!tests.some((test) => test.expected === outcome)) reader.fail(node, `tests must hold one that is ${outcome}`);
  return tests;
}

function readTest(reader: YamlReader, node: Node): RuleTest {
  const fields = reader.fields(node, "test", ["name", "facts", "expected"]);
  return {
    name: reader.string(fields.get("name"), "name") ?? "",
    facts: readFacts(reader, fields.get("facts")),
    expected: reader.oneOf(fields.get("expected"), "expected", EXPECTED) ?? "fires",
    node,
  };
}

function readFacts(reader: YamlReader, node: Node | null | undefined): Facts {
  const parts = reader.fields(node, "facts", [], Object.keys(FACT_SCHEMA));
  const facts: Record<string, unknown> = {};
  for (const [part, schema] of Object.entries(FACT_SCHEMA)) {
    const fields = parts.has(part) ? reader.fields(parts.get(part), part, [], Object.keys(schema)) : null;
    const values: Record<string, unknown> = { ...BASELINE_FACTS[part as keyof Facts] };
    for (const [name, value] of fields ?? [])
      values[name] = readFact(reader, value, `${part}.${name}`, (schema as Record<string, FactType>)[name]);
    facts[part] = values;
  }
  return facts as unknown as Facts;
}

function readFact(reader: YamlReader, node: Node | null, what: string, type: FactType | undefined): unknown {
  if (type === "bool") return reader.boolean(node, what);
  if (type === "double") return reader.number(node, what);
  if (type === "string") return reader.text(node, what);
  return reader.items(node, what).map((item) => reader.string(item, what));
}
