import type { Context } from "../../../kernel/use-case.js";

/** What capacity needs to know of the use cases that the registry records. */
export interface UseCaseDirectory {
  /** Those of these slugs that no use case of the organisation, or of one above or below it, has. */
  unknown(ctx: Context, organisationId: string, slugs: readonly string[]): Promise<readonly string[]>;
}
