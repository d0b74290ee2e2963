import type { JobQueue } from "../../control-plane/src/kernel/job-queue.js";
import type { AskedJob, Turn } from "../../control-plane/src/platform/jobs/job.js";

/** A turn that nothing ends. */
export const turn: Turn = { signal: new AbortController().signal };

/** Keeps what is sent until a test has it done: in the order it was sent, one after the other. */
export class KeptJobs implements JobQueue {
  private readonly sent: { readonly job: string; readonly id: string }[] = [];

  send(_ctx: unknown, job: string, id: string): Promise<void> {
    this.sent.push({ job, id });
    return Promise.resolve();
  }

  async doAll(work: AskedJob): Promise<void> {
    for (const { job, id } of this.sent.splice(0)) if (job === work.name) await work.run(id, turn);
  }
}
