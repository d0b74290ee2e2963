import { z } from "zod";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { RoundJob } from "../../domain/rounds/round-job.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { subjectOf } from "../rounds/round-access.js";

const input = z.object({ jobId: z.uuid() });

/** Ends a job; the process that runs it sees within a second that it is over, and stops. */
export const cancelRoundJob = (ports: RoundPorts): UseCase<z.output<typeof input>, RoundJob, RoundJob> => ({
  name: "allocation.cancel-round-job",
  action: "update",
  input: zodSchema(input),
  async load(ctx, { jobId }) {
    const job = await ports.jobs.find(ctx, jobId);
    const round = job === null ? null : await ports.rounds.find(ctx, job.roundId);
    if (job === null || round === null) return refuse(notFound("round_job", jobId));
    return ok({ subject: subjectOf(round), loaded: job });
  },
  async handle(ctx, { jobId }, job) {
    const end = { state: "cancelled", result: null, failure: null } as const;
    if (!(await ports.jobs.finish(ctx, jobId, end))) return refuse(OVER);
    const data = { jobId, cancelled: true };
    const event = { organisationId: job.organisationId, subjectType: "Round", subjectId: job.roundId, data } as const;
    return ok({ value: { ...job, ...end, finishedAt: ctx.clock.now() }, event });
  },
});

const OVER = conflict("round_job.over", "This computation is over.");
