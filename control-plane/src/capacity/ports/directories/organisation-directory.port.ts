import type { Context } from "../../../kernel/use-case.js";

/** What capacity needs to know of the organisations that tenancy records. */
export interface OrganisationDirectory {
  /** Ids from the organisation itself up to the root, existing now and in the actor's scope; empty otherwise. */
  pathOf(ctx: Context, id: string): Promise<readonly string[]>;
  rootId(ctx: Context): Promise<string>;
}
