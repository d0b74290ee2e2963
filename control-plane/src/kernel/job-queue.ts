import type { Context } from "./use-case.js";

/**
 * Port of use cases for work that people wait for. It begins soon after the transaction of `ctx` has been committed, in
 * whichever process is free, and again in another when that one dies; at most one process works on it at a time.
 */
export interface JobQueue {
  /** `id` names the record that tells people how far the work is, and by which they cancel it. */
  send(ctx: Context, job: string, id: string): Promise<void>;
}
