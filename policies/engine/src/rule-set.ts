import type { Expression } from "./expression.js";
import { liftedOn } from "./facts-on-day.js";
import type { Facts } from "./facts.js";
import type { Rule } from "./rule.js";

/** A rule that fired on these facts. */
export interface Finding {
  readonly rule: Rule;
  /** True when the rule is in `enforce` mode: only then does it decide. */
  readonly enforced: boolean;
  /** True when the expression could not be evaluated: the rule then counts as fired, so that a fault never permits. */
  readonly faulted: boolean;
  /** True when a derogation lifts the rule for this use case today: it is told, and does not decide. */
  readonly derogated: boolean;
}

export interface Verdict {
  /** False when an enforced `deny` or `require` fired and no derogation lifts it, or an enforced rule failed. */
  readonly eligible: boolean;
  /** Every rule that fired, strongest effect first, then by id. Shadow rules included. */
  readonly findings: readonly Finding[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly expression: Expression;
  /** Half-open period in milliseconds in which the rule applies. */
  readonly from: number;
  readonly to: number;
}

interface ArmedRule {
  /** Whether the expression looks at the pool. */
  readonly ofPool: boolean;
  readonly evaluate: (facts: Facts) => boolean;
  readonly fired: Finding;
  readonly faulted: Finding;
  /** `null` when nobody can derogate. */
  readonly lifted: Finding | null;
}

const CLEAR: Verdict = Object.freeze({ eligible: true, findings: Object.freeze([]) });

/**
 * The rules of a bundle that guard one thing. Those in force are gathered once per change of date, findings are made
 * once per rule, and facts on which nothing fires cost no allocation.
 */
export class RuleSet {
  private armed: readonly ArmedRule[] = [];
  private validFrom = Number.POSITIVE_INFINITY;
  private validTo = Number.NEGATIVE_INFINITY;

  /** @param compiled in the order in which findings are listed */
  constructor(private readonly compiled: readonly CompiledRule[]) {}

  evaluate(facts: Facts, now: number): Verdict {
    if (now < this.validFrom || now >= this.validTo) this.arm(now);
    let findings: Finding[] | null = null;
    let eligible = true;
    for (const rule of this.armed) {
      const finding = fire(rule, facts);
      if (finding === null) continue;
      (findings ??= []).push(finding);
      if (blocks(finding)) eligible = false;
    }
    return findings === null ? CLEAR : { eligible, findings };
  }

  /**
   * The same for each of a request's pools. Rules that do not look at the pool are asked once.
   * @param all facts that differ by their `pool` only
   */
  evaluateEach(all: readonly Facts[], now: number): readonly Verdict[] {
    if (now < this.validFrom || now >= this.validTo) this.arm(now);
    const [any] = all;
    if (any === undefined) return [];
    const outcomes = this.armed.map((rule) => (rule.ofPool ? "silent" : ask(rule, any)));
    return all.map((facts) => {
      let findings: Finding[] | null = null;
      let eligible = true;
      for (let index = 0; index < this.armed.length; index += 1) {
        const rule = this.armed[index] as ArmedRule;
        const outcome = rule.ofPool ? ask(rule, facts) : outcomes[index];
        if (outcome === "silent") continue;
        const finding = findingOf(rule, facts, outcome === "faulted");
        (findings ??= []).push(finding);
        if (blocks(finding)) eligible = false;
      }
      return findings === null ? CLEAR : { eligible, findings };
    });
  }

  private arm(now: number): void {
    const bounds = this.compiled.flatMap(({ from, to }) => [from, to]);
    this.validFrom = Math.max(Number.NEGATIVE_INFINITY, ...bounds.filter((bound) => bound <= now));
    this.validTo = Math.min(Number.POSITIVE_INFINITY, ...bounds.filter((bound) => bound > now));
    this.armed = this.compiled
      .filter(({ rule, from, to }) => rule.mode !== "off" && from <= now && now < to)
      .map(armedRule);
  }
}

function armedRule({ rule, expression }: CompiledRule): ArmedRule {
  const enforced = rule.mode === "enforce";
  return {
    ofPool: expression.scope === "pool",
    evaluate: expression.evaluate,
    fired: Object.freeze({ rule, enforced, faulted: false, derogated: false }),
    faulted: Object.freeze({ rule, enforced, faulted: true, derogated: false }),
    lifted: rule.derogable === null ? null : Object.freeze({ rule, enforced, faulted: false, derogated: true }),
  };
}

/** Whether a finding makes its pool ineligible. A rule that failed forbids, whatever its effect: a fault never permits. */
export const blocks = ({ enforced, faulted, derogated, rule }: Finding): boolean =>
  enforced && !derogated && (faulted || rule.effect === "deny" || rule.effect === "require");

function fire(rule: ArmedRule, facts: Facts): Finding | null {
  const outcome = ask(rule, facts);
  return outcome === "silent" ? null : findingOf(rule, facts, outcome === "faulted");
}

function ask(rule: ArmedRule, facts: Facts): "silent" | "fired" | "faulted" {
  try {
    return rule.evaluate(facts) ? "fired" : "silent";
  } catch {
    return "faulted";
  }
}

function findingOf(rule: ArmedRule, facts: Facts, faulted: boolean): Finding {
  if (faulted) return rule.faulted;
  return rule.lifted !== null && isLifted(facts, rule.lifted.rule.id) ? rule.lifted : rule.fired;
}

/** Derogations are granted to use cases, some on one pool alone: what is judged without a use case has none. */
const isLifted = ({ useCase, pool }: Partial<Facts>, id: string): boolean =>
  useCase !== undefined &&
  useCase.derogations.length > 0 &&
  (useCase.derogations.includes(id) || (pool !== undefined && useCase.derogations.includes(liftedOn(id, pool.slug))));
