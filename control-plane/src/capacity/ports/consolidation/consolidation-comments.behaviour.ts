import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../../kernel/use-case.js";
import type { ConsolidationComment } from "../../domain/consolidation/consolidation-comment.js";
import type { ConsolidationComments } from "./consolidation-comments.port.js";

export interface CommentWorld {
  readonly comments: ConsolidationComments;
  /** Two that exist. */
  readonly consolidationIds: readonly [string, string];
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

/** One suite for every adapter. */
export function consolidationCommentsBehaviour(name: string, makeWorld: () => Promise<CommentWorld>): void {
  describe(`remarks on consolidations (${name})`, () => {
    let world: CommentWorld;
    beforeEach(async () => {
      world = await makeWorld();
    });

    it("come oldest first, page by page, each consolidation its own", async () => {
      const [one, other] = world.consolidationIds;
      const remark = (last: string, minute: number, consolidationId = one): ConsolidationComment => ({
        ...{ id: `01890000-0000-7000-8000-0000000000${last}`, consolidationId, by: "eden", part: "purchases" },
        ...{ at: new Date(Date.UTC(2026, 10, 3, 9, minute)), body: `Remarque ${last}` },
      });
      // Two of one minute: their ids keep them apart.
      const told = [remark("c4", 2), remark("c1", 3), remark("c2", 3), { ...remark("c3", 5), part: null }];
      await world.run(async (ctx) => {
        for (const each of [...told].reverse()) await world.comments.add(ctx, each);
        await world.comments.add(ctx, remark("c9", 1, other));
        const seen: ConsolidationComment[] = [];
        for (let after: readonly [string, string] | null = null; ;) {
          const rows = await world.comments.page(ctx, { consolidationId: one, first: 1, after });
          seen.push(...rows.slice(0, 1));
          const [last] = rows;
          if (rows.length <= 1 || last === undefined) break;
          after = [last.at.toISOString(), last.id];
        }
        expect(seen).toEqual(told);
        expect(await world.comments.page(ctx, { consolidationId: "nonsense", first: 5, after: null })).toEqual([]);
      });
    });
  });
}
