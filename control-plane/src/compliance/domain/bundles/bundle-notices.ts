import type { Rule } from "@socle/policies";

/** What an author should know of a bundle that loads all the same. */
export interface BundleNotice {
  readonly code: "rule.expired" | "rule.later" | "rule.version_not_raised";
  readonly rule: string;
  readonly fr: string;
  readonly en: string;
}

/** Rules that no longer or not yet apply that day, and rules whose meaning changed under the same version. */
export function bundleNotices(rules: readonly Rule[], base: readonly Rule[], day: string): readonly BundleNotice[] {
  const known = new Map(base.map((rule) => [rule.id, rule]));
  return rules.flatMap((rule) => [...datesOf(rule, day), ...versionOf(rule, known.get(rule.id))]);
}

function datesOf({ id, effective: { from, to } }: Rule, day: string): BundleNotice[] {
  if (to !== null && to < day)
    return [
      { code: "rule.expired", rule: id, fr: `Ne s'applique plus depuis le ${to}.`, en: `Applied until ${to} only.` },
    ];
  if (from > day)
    return [{ code: "rule.later", rule: id, fr: `S'applique dès le ${from}.`, en: `Applies from ${from}.` }];
  return [];
}

/** Decision records name a rule by id and version: two meanings under one name could not be told apart. */
function versionOf(rule: Rule, before: Rule | undefined): BundleNotice[] {
  if (before === undefined || rule.version !== before.version || meaningOf(rule) === meaningOf(before)) return [];
  const fr = `Son sens change sans que sa version (${rule.version}) augmente.`;
  const en = `Its meaning changes and its version (${rule.version}) is not raised.`;
  return [{ code: "rule.version_not_raised", rule: rule.id, fr, en }];
}

/** What a rule decides, without its words, its version and its mode. */
export const meaningOf = ({ when, effect, effective, appliesTo, derogable, reason }: Rule): string =>
  JSON.stringify([when, effect, effective, appliesTo, derogable, reason.code]);
