import type { Effect, Mode, Rule } from "@socle/policies";

/** What can be told of a rule in a line. */
export interface RuleSummary {
  readonly version: number;
  readonly effect: Effect;
  readonly mode: Mode;
  readonly from: string;
  readonly to: string | null;
}

export interface RuleDifference {
  readonly rule: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: RuleSummary | null;
  readonly after: RuleSummary | null;
  /** Its reason, as the candidate has it, or had it. */
  readonly fr: string;
  readonly en: string;
}

/** Rules that differ between two bundles, in the order of their ids; tests and comments do not count. */
export function ruleDifferences(active: readonly Rule[], candidate: readonly Rule[]): readonly RuleDifference[] {
  const before = new Map(active.map((rule) => [rule.id, rule]));
  const after = new Map(candidate.map((rule) => [rule.id, rule]));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id): RuleDifference[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    const { fr = "", en = "" } = (is ?? was)?.reason ?? {};
    return [{ rule: id, change, before: summaryOf(was), after: summaryOf(is), fr, en }];
  });
}

const summaryOf = (rule: Rule | undefined): RuleSummary | null =>
  rule === undefined
    ? null
    : { version: rule.version, effect: rule.effect, mode: rule.mode, from: rule.effective.from, to: rule.effective.to };
