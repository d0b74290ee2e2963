import type { Context } from "../../../../kernel/use-case.js";
import type { RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import type { RoundOpinionStore } from "../../../ports/round-opinion-store.port.js";
import { ROUND_OPINIONS } from "./round-tables.js";

export class PgRoundOpinionStore implements RoundOpinionStore {
  add = (ctx: Context, opinion: RoundOpinion): Promise<void> => ROUND_OPINIONS.insert(ctx, opinion);
  list = (ctx: Context, roundId: string): Promise<readonly RoundOpinion[]> =>
    ROUND_OPINIONS.select(ctx, "WHERE round_id = $1 ORDER BY at, id", [roundId]);
}
