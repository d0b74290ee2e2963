import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { refuse } from "../../../../kernel/result.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { withdrawnSearch, type MarketSearch } from "../../../domain/desk/derogations/market-search.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, reason, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { searchDesk } from "./record-market-search.use-case.js";

export const withdrawMarketSearchInput = z.object({ id, version, reason });
export type WithdrawMarketSearchInput = z.infer<typeof withdrawMarketSearchInput>;

/** Somebody else of the compliance cell takes back what was found in error; what it ended is asked for again. */
export const withdrawMarketSearch = (
  ports: Pick<DeskPorts, "searches">,
): UseCase<WithdrawMarketSearchInput, MarketSearch, MarketSearch> => ({
  name: "compliance.withdraw-market-search",
  action: "review",
  input: zodSchema(withdrawMarketSearchInput),
  load: (ctx, given) => loadRecord(searchDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen, reason: why }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    const { rule, offer } = before;
    const after = withdrawnSearch(before, actorRef(ctx.actor), why);
    return storeNext(searchDesk(ports), ctx, before, after, { rule, offer, reason: why });
  },
});
