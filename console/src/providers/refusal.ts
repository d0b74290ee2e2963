/** A refusal as every mutation may answer it. */
export interface RefusalAnswer {
  readonly __typename: "InvalidInput" | "Forbidden" | "NotFound" | "Conflict" | "GuardRefusal";
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
  readonly conditions?: readonly { readonly code: string; readonly met: boolean; readonly message: string }[];
}

const REFUSALS: readonly string[] = ["InvalidInput", "Forbidden", "NotFound", "Conflict", "GuardRefusal"];

export const isRefusal = (answer: { readonly __typename: string }): answer is RefusalAnswer =>
  REFUSALS.includes(answer.__typename);

/** Dictionary key of a code: `quota.exceeded` is `quota_exceeded`, since a point separates levels there. */
export const codeKey = (code: string): string => code.replaceAll(".", "_").replaceAll("-", "_");
