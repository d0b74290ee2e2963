/**
 * The closed set of expected refusals. A use case returns one; GraphQL shows it as a union member of the same name.
 * Codes are `noun.reason`; messages are English sentences for developers, the console translates by code.
 */
export type Refusal = InvalidInput | Forbidden | NotFound | Conflict | GuardRefusal;

export interface InvalidInput {
  readonly kind: "InvalidInput";
  readonly code: "input.invalid";
  readonly message: string;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
}

export interface Forbidden {
  readonly kind: "Forbidden";
  readonly code: string;
  readonly message: string;
  readonly action: string;
  readonly subject: string;
}

export interface NotFound {
  readonly kind: "NotFound";
  readonly code: string;
  readonly message: string;
}

export interface Conflict {
  readonly kind: "Conflict";
  readonly code: string;
  readonly message: string;
}

/** A guard said no; every condition is listed, met or not. */
export interface GuardRefusal {
  readonly kind: "GuardRefusal";
  readonly code: string;
  readonly message: string;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly code: string;
  readonly met: boolean;
  readonly message: string;
  /** The rule that it comes from; absent for conditions of the life cycle itself. */
  readonly rule?: RuleGround;
}

/** Why a rule says no, in its own words, and what would make it silent. */
export interface RuleGround {
  readonly id: string;
  readonly version: number;
  readonly fr: string;
  readonly en: string;
  readonly legal: readonly { readonly text: string; readonly url: string }[];
  /** First and last day in Paris on which it applies; `null` for no end. */
  readonly from: string;
  readonly to: string | null;
  readonly remedy: { readonly fr: string; readonly en: string } | null;
  /** Who may lift it; empty when nobody can. */
  readonly derogableBy: readonly string[];
}

export const invalidInput = (issues: InvalidInput["issues"]): InvalidInput => ({
  kind: "InvalidInput",
  code: "input.invalid",
  message: issues.map((issue) => (issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`)).join("; "),
  issues,
});
export const notFound = (subject: string, id: string): NotFound => ({
  kind: "NotFound",
  code: `${subject}.not_found`,
  message: `No ${subject.replaceAll("_", " ")} ${id} that you may see.`,
});
export const conflict = (code: string, message: string): Conflict => ({ kind: "Conflict", code, message });
export const guardRefusal = (code: string, message: string, conditions: readonly Condition[]): GuardRefusal => ({
  kind: "GuardRefusal",
  code,
  message,
  conditions,
});
