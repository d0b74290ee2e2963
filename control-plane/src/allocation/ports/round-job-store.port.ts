import type { Context } from "../../kernel/use-case.js";
import type { RoundJob } from "../domain/rounds/round-job.js";

export interface RoundJobStore {
  /** False when the round is being solved already: one at a time. */
  insert(ctx: Context, job: RoundJob): Promise<boolean>;
  find(ctx: Context, id: string): Promise<RoundJob | null>;
  /** Newest first. */
  list(ctx: Context, roundId: string): Promise<readonly RoundJob[]>;
  /** Tells how far it is. False when it is no longer running. */
  advance(ctx: Context, id: string, progress: number): Promise<boolean>;
  /** False when it is no longer running: whoever ended it has answered for it. */
  finish(ctx: Context, id: string, end: JobEnd): Promise<boolean>;
}

export interface JobEnd {
  readonly state: Exclude<RoundJob["state"], "running">;
  readonly result: unknown;
  readonly failure: string | null;
}
