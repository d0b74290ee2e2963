/** What people are told of a rule. */
export interface RuleText {
  readonly fr: string;
  readonly en: string;
  readonly legal: readonly { readonly text: string; readonly url: string | null }[];
  readonly derogable: boolean;
}

/** Words of the policy rules that records name by id and version. */
export interface RuleTexts {
  /** `undefined` when the present bundle does not hold that version. */
  find(rule: string, version: number): RuleText | undefined;
}
