import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ConsolidationComment } from "../../../../control-plane/src/capacity/domain/consolidation/consolidation-comment.js";
import type {
  CommentQuery,
  ConsolidationComments,
} from "../../../../control-plane/src/capacity/ports/consolidation/consolidation-comments.port.js";
import { pageOf } from "../memory-list.js";

const keyOf = ({ at, id }: ConsolidationComment): readonly [string, string] => [at.toISOString(), id];

export class MemoryConsolidationComments implements ConsolidationComments {
  private readonly told: ConsolidationComment[] = [];

  add(_ctx: Context, comment: ConsolidationComment): Promise<void> {
    this.told.push(comment);
    return Promise.resolve();
  }

  page(_ctx: Context, { consolidationId, ...page }: CommentQuery): Promise<readonly ConsolidationComment[]> {
    return Promise.resolve(
      pageOf(
        this.told.filter((each) => each.consolidationId === consolidationId),
        keyOf,
        page,
      ),
    );
  }
}
