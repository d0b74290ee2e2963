import type { Context } from "../../kernel/use-case.js";
import type { Session } from "../domain/session.js";

export interface SessionRepository {
  /** The session of this token hash, when it has not expired at that time. */
  findLive(ctx: Context, tokenHash: Buffer, at: Date): Promise<Session | null>;
  insert(ctx: Context, session: Session): Promise<void>;
  remove(ctx: Context, tokenHash: Buffer): Promise<void>;
  /** Forgets what expired before that time; returns how many. */
  removeExpired(ctx: Context, at: Date): Promise<number>;
}
