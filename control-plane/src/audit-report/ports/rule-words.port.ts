/** What is told of a rule in a report; `null` for a version that the present bundle does not hold. */
export interface RuleWords {
  find(rule: string, version: number): RuleWording | null;
}

export interface RuleWording {
  readonly fr: string;
  readonly en: string;
  /** Titles of the texts it stands on. */
  readonly legal: readonly string[];
}
