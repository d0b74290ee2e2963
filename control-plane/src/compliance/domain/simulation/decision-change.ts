import { STANDINGS, type RuleVerdict } from "./rule-verdict.js";

/**
 * What becomes of a decision: `refused` was let through and no longer is, `admitted` the reverse, `clamped` and `warned`
 * are let through with more said, `eased` with less, `pools` on other pools, `reasons` ends alike for other reasons.
 */
export const CHANGE_KINDS = ["refused", "admitted", "clamped", "warned", "eased", "pools", "reasons"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Why a decision would differ: the candidate's `rules` themselves; the `date`, since the active rules answer alike that
 * day; `earlier_rules`, since it was taken under a bundle that is no longer active; `unknown` when the active rules lack
 * facts of it.
 */
export const CHANGE_CAUSES = ["rules", "date", "earlier_rules", "unknown"] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

export interface DecisionChange {
  readonly kind: ChangeKind;
  /** Ids of the rules that say otherwise, in order. */
  readonly rules: readonly string[];
  readonly poolsLost: readonly string[];
  readonly poolsGained: readonly string[];
}

/** How `after` differs from `before`; `null` when the same pools may serve for the same reasons. */
export function changeBetween(before: RuleVerdict, after: RuleVerdict): DecisionChange | null {
  // Where no pool is left, nothing can be said of one: silence there is no rule's doing.
  const heard = isOpen(before) && isOpen(after);
  const rules = new Set<string>(heard ? differing(before.notices, after.notices) : []);
  const poolsLost: string[] = [];
  const poolsGained: string[] = [];
  for (const [poolId, now] of after.blocking) {
    const was = before.blocking.get(poolId) ?? [];
    if (was.length === 0 && now.length > 0) poolsLost.push(poolId);
    if (was.length > 0 && now.length === 0) poolsGained.push(poolId);
    for (const rule of differing(new Set(was), new Set(now))) rules.add(rule);
  }
  if (rules.size === 0 && before.standing === after.standing) return null;
  const kind = kindOf(before, after, poolsLost.length + poolsGained.length > 0);
  return { kind, rules: [...rules].sort(), poolsLost, poolsGained };
}

function kindOf(before: RuleVerdict, after: RuleVerdict, poolsDiffer: boolean): ChangeKind {
  if (before.standing !== after.standing) {
    if (after.standing === "refused") return "refused";
    if (before.standing === "refused") return "admitted";
    if (STANDINGS.indexOf(after.standing) < STANDINGS.indexOf(before.standing)) return "eased";
    return after.standing === "clamped" ? "clamped" : "warned";
  }
  return poolsDiffer ? "pools" : "reasons";
}

const isOpen = ({ blocking }: RuleVerdict): boolean => [...blocking.values()].some(({ length }) => length === 0);

const differing = (left: ReadonlySet<string>, right: ReadonlySet<string>): readonly string[] => [
  ...[...left].filter((each) => !right.has(each)),
  ...[...right].filter((each) => !left.has(each)),
];
