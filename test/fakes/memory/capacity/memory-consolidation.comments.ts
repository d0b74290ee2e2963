import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ConsolidationComment } from "../../../../control-plane/src/capacity/domain/consolidation/consolidation-comment.js";
import type {
  CommentQuery,
  ConsolidationComments,
} from "../../../../control-plane/src/capacity/ports/consolidation/consolidation-comments.port.js";

const keyOf = ({ at, id }: ConsolidationComment): string => `${at.toISOString()} ${id}`;

export class MemoryConsolidationComments implements ConsolidationComments {
  private readonly told: ConsolidationComment[] = [];

  add(_ctx: Context, comment: ConsolidationComment): Promise<void> {
    this.told.push(comment);
    return Promise.resolve();
  }

  page(_ctx: Context, { consolidationId, first, after }: CommentQuery): Promise<readonly ConsolidationComment[]> {
    const rows = this.told
      .filter((each) => each.consolidationId === consolidationId)
      .filter((each) => after === null || keyOf(each) > after.join(" "))
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    return Promise.resolve(rows.slice(0, first + 1));
  }
}
