import type { Context } from "../../kernel/use-case.js";
import type { RoundOpinion } from "../domain/rounds/round-opinion.js";

export interface RoundOpinionStore {
  add(ctx: Context, opinion: RoundOpinion): Promise<void>;
  /** Oldest first. */
  list(ctx: Context, roundId: string): Promise<readonly RoundOpinion[]>;
}
