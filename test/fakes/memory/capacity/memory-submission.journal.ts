import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type {
  SubmissionComment,
  SubmissionEvent,
  SubmissionTarget,
} from "../../../../control-plane/src/capacity/domain/submission/submission.js";
import type { SubmissionJournal } from "../../../../control-plane/src/capacity/ports/submission-journal.port.js";

export class MemorySubmissionJournal implements SubmissionJournal {
  private readonly told: SubmissionEvent[] = [];
  private readonly said: SubmissionComment[] = [];

  async appendEvents(_ctx: Context, events: readonly SubmissionEvent[]): Promise<void> {
    this.told.push(...events);
    return Promise.resolve();
  }

  async appendComment(_ctx: Context, comment: SubmissionComment): Promise<void> {
    this.said.push(comment);
    return Promise.resolve();
  }

  async events(_ctx: Context, target: SubmissionTarget, ids: readonly string[]): Promise<readonly SubmissionEvent[]> {
    return Promise.resolve(this.told.filter((each) => each.target === target && ids.includes(each.submissionId)));
  }

  async comments(
    _ctx: Context,
    target: SubmissionTarget,
    ids: readonly string[],
  ): Promise<readonly SubmissionComment[]> {
    return Promise.resolve(this.said.filter((each) => each.target === target && ids.includes(each.submissionId)));
  }
}
