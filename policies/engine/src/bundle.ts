import type { UseCaseState } from "@socle/contracts";
import type { Facts, TodayFacts } from "./facts.js";
import type { Rule } from "./rule.js";
import { RuleSet } from "./rule-set.js";
import type { CompiledRule, Verdict } from "./rule-set.js";
import type { Target } from "./subjects.js";

/** What guards other than those of requests look at: the parts of the facts that `subjects.ts` names for each. */
export type GuardFacts = { readonly today: TodayFacts } & Partial<Facts>;

/** A compiled, tested, immutable set of rules. */
export class Bundle {
  readonly rules: readonly Rule[];
  private readonly byName: ReadonlyMap<string, Rule>;
  private readonly requests: RuleSet;
  private readonly guards = new Map<string, RuleSet>();

  constructor(
    /** SHA-256 in hexadecimal of the canonical JSON of the rules and their tests. */
    readonly digest: string,
    private readonly compiled: readonly CompiledRule[],
  ) {
    this.rules = compiled.map(({ rule }) => rule);
    this.byName = new Map(this.rules.map((rule) => [`${rule.id}@${rule.version}`, rule]));
    this.requests = this.guarding("request");
  }

  /** Facts that the rules of requests look at, those that are off apart, as `part.field`, in order. */
  get reads(): readonly string[] {
    const live = this.compiled.filter(({ rule }) => rule.mode !== "off" && rule.appliesTo.includes("request"));
    const lifting = live.some(({ rule }) => rule.derogable !== null) ? ["useCase.derogations", "pool.slug"] : [];
    return [...new Set([...live.flatMap(({ expression }) => expression.reads), ...lifting])].sort();
  }

  /** The rule that a record names, for explanations; `undefined` when this bundle does not hold that version. */
  find(id: string, version: number): Rule | undefined {
    return this.byName.get(`${id}@${version}`);
  }

  /**
   * Evaluates every rule of requests in force at `now` (milliseconds), without short circuit, so that a refusal lists
   * all its reasons. Never throws.
   */
  evaluate(facts: Facts, now: number): Verdict {
    return this.requests.evaluate(facts, now);
  }

  /**
   * The same for each of a request's pools: cheaper than one after the other.
   * @param all facts that differ by their `pool` only
   */
  evaluateEach(all: readonly Facts[], now: number): readonly Verdict[] {
    return this.requests.evaluateEach(all, now);
  }

  /**
   * The same for the other subjects. A use case is judged for the state it would enter (`useCase.state`), by the rules
   * of that state and those of every state.
   */
  guard(subject: "model" | "deployment" | "pool", facts: GuardFacts, now: number): Verdict;
  guard(subject: "use_case", facts: GuardFacts & Pick<Facts, "useCase">, now: number): Verdict;
  guard(subject: Target, facts: GuardFacts, now: number): Verdict {
    const state = subject === "use_case" ? (facts.useCase?.state ?? null) : null;
    const name = state === null ? subject : `${subject}.${state}`;
    const known = this.guards.get(name);
    const rules = known ?? this.guarding(subject, state);
    if (known === undefined) this.guards.set(name, rules);
    return rules.evaluate(facts as Facts, now);
  }

  private guarding(target: Target, state: UseCaseState | null = null): RuleSet {
    const targets: readonly Target[] = state === null ? [target] : [target, `use_case.${state}`];
    return new RuleSet(this.compiled.filter(({ rule }) => targets.some((each) => rule.appliesTo.includes(each))));
  }
}
