import { stringify } from "yaml";
import { BASELINE_FACTS } from "../baseline-facts.js";
import type { Facts } from "../facts.js";
import type { Rule } from "../rule.js";
import type { PolicyFile } from "../source-error.js";
import type { FactValue } from "./test-cell.js";

/** A case as it is written: what differs from the baseline, by fact. */
export interface SourceTest {
  readonly name: string;
  readonly facts: ReadonlyMap<string, FactValue>;
  readonly expected: "fires" | "silent";
}

/** A rule as an author writes it; its expression is text, not yet checked. */
export interface RuleSource {
  readonly rule: Omit<Rule, "scope" | "effect" | "mode" | "appliesTo"> & {
    readonly effect: string;
    readonly mode: string;
    readonly appliesTo: readonly string[];
  };
  readonly tests: readonly SourceTest[];
}

/** The rule's file. Reading it gives the same rule, and so the same digest as one written by hand. */
export function ruleFileOf({ rule, tests }: RuleSource): PolicyFile {
  const { id, version, owner, legal, effective, effect, appliesTo, when, reason, remedy, derogable, mode } = rule;
  const written = {
    ...{ id, version, owner, legal, effective, effect, appliesTo, when, reason },
    ...(remedy === null ? {} : { remedy }),
    ...{ derogable, mode },
    tests: tests.map(({ name, facts, expected }) => ({ name, facts: nested(facts), expected })),
  };
  return { path: `${id}/rule.yaml`, text: stringify(written, { lineWidth: 0, aliasDuplicateObjects: false }) };
}

function nested(facts: ReadonlyMap<string, FactValue>): Record<string, Record<string, FactValue>> {
  const parts: Record<string, Record<string, FactValue>> = {};
  for (const [fact, value] of facts) {
    const [part = "", field = ""] = fact.split(".");
    parts[part] = { ...parts[part], [field]: value };
  }
  return parts;
}

/** What a case says beyond the baseline. */
export function factsBeyondBaseline(facts: Facts): ReadonlyMap<string, FactValue> {
  const entries = Object.entries(facts).flatMap(([part, fields]) =>
    Object.entries(fields as Readonly<Record<string, FactValue>>).map(
      ([field, value]) => [part, field, value] as const,
    ),
  );
  const usual = (part: string, field: string): unknown =>
    (BASELINE_FACTS[part as keyof Facts] as unknown as Readonly<Record<string, unknown>>)[field];
  return new Map(
    entries
      .filter(([part, field, value]) => JSON.stringify(value) !== JSON.stringify(usual(part, field)))
      .map(([part, field, value]) => [`${part}.${field}`, value]),
  );
}
