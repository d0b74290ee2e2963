import type { Context } from "../../../kernel/use-case.js";
import type { ConsolidationComment } from "../../domain/consolidation/consolidation-comment.js";

export interface CommentQuery {
  readonly consolidationId: string;
  readonly first: number;
  /** Instant (ISO 8601) and id of the remark before the page; `null` for the first page. */
  readonly after: readonly [string, string] | null;
}

/** Remarks on consolidations, for those who see the whole tree; only ever added to. */
export interface ConsolidationComments {
  add(ctx: Context, comment: ConsolidationComment): Promise<void>;
  /** Oldest first; one more than `first` when there are more. */
  page(ctx: Context, query: CommentQuery): Promise<readonly ConsolidationComment[]>;
}
