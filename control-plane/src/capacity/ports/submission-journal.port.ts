import type { Context } from "../../kernel/use-case.js";
import type { SubmissionComment, SubmissionEvent, SubmissionTarget } from "../domain/submission/submission.js";

/** What was done to submissions and said of them; only ever added to. */
export interface SubmissionJournal {
  appendEvents(ctx: Context, events: readonly SubmissionEvent[]): Promise<void>;
  appendComment(ctx: Context, comment: SubmissionComment): Promise<void>;
  /** Oldest first. */
  events(ctx: Context, target: SubmissionTarget, ids: readonly string[]): Promise<readonly SubmissionEvent[]>;
  /** Oldest first. */
  comments(ctx: Context, target: SubmissionTarget, ids: readonly string[]): Promise<readonly SubmissionComment[]>;
}
