import type { Context } from "../../kernel/use-case.js";
import type { WaitingItem } from "../domain/tasks.js";

/** Everything that waits for somebody now, within what the context's actor may see. */
export interface WaitingWork {
  list(ctx: Context): Promise<readonly WaitingItem[]>;
}
