import type { LeaseRequestV1, PoolShareReportV1, PoolShareUpdateV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { exchangeShares } from "../domain/share-exchange.js";
import type { PoolShareStore } from "../ports/pool-share-store.port.js";

/** The exchange of one call on the pools it reports, in one order for everybody. */
export const exchangeSharesOf =
  (store: PoolShareStore) =>
  async (
    ctx: Context,
    { replica, epoch, call }: Pick<LeaseRequestV1, "replica" | "epoch" | "call">,
    reports: readonly PoolShareReportV1[],
  ): Promise<PoolShareUpdateV1[]> => {
    const updates: PoolShareUpdateV1[] = [];
    for (const report of [...reports].sort((a, b) => (a.poolId < b.poolId ? -1 : 1))) {
      const rows = await store.open(ctx, report.poolId);
      const { row, gone, update } = exchangeShares(rows, { replica, epoch, call, report }, ctx.clock.now());
      if (row !== null) await store.save(ctx, report.poolId, row, gone);
      updates.push(update);
    }
    return updates;
  };
