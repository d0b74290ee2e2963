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
