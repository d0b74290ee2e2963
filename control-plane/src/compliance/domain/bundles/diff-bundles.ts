import type { Rule } from "@socle/policies";

/** One rule that two bundles do not both hold alike. */
export interface RuleDifference {
  readonly id: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: Rule | null;
  readonly after: Rule | null;
  /** Names of the fields that differ, in the order in which a rule is written; of a changed rule only. */
  readonly fields: readonly string[];
}

const FIELDS = [
  ...(["version", "owner", "legal", "effective", "effect", "appliesTo"] as const),
  ...(["when", "reason", "remedy", "derogable", "mode"] as const),
] satisfies readonly (keyof Rule)[];

/** What changes when one set of rules takes the place of another, by id. Rules that are the same are left out. */
export function diffRules(before: readonly Rule[], after: readonly Rule[]): readonly RuleDifference[] {
  const [old, young] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...young.keys()])].sort();
  return ids.flatMap((id) => difference(id, old.get(id) ?? null, young.get(id) ?? null));
}

const byId = (rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]));

function difference(id: string, before: Rule | null, after: Rule | null): readonly RuleDifference[] {
  if (before === null || after === null)
    return [{ id, kind: before === null ? "added" : "removed", before, after, fields: [] }];
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return fields.length === 0 ? [] : [{ id, kind: "changed", before, after, fields }];
}
