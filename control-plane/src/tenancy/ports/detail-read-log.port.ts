import type { Context } from "../../kernel/use-case.js";
import type { DetailRead } from "../domain/detail-read.js";

export interface DetailReadQuery {
  /** Of this organisation or below it; `null` for all that the actor may see. */
  readonly organisationId: string | null;
  readonly first: number;
  /** Id of the row before the page; `null` for the first page. */
  readonly after: string | null;
}

/** One row for each reading; only ever added to. */
export interface DetailReadLog {
  /** Written by the platform itself. */
  append(ctx: Context, reads: readonly DetailRead[]): Promise<void>;
  /** Newest first; one more than asked for when there are more. */
  page(ctx: Context, query: DetailReadQuery): Promise<readonly DetailRead[]>;
}
