import { actorRef } from "../../../kernel/actor.js";
import { digestOf } from "../../../kernel/canonical-json.js";
import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import type { RoundJob } from "../../domain/rounds/round-job.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundRoomPorts } from "../../ports/round-ports.js";
import { loadRound } from "../rounds/round-access.js";
import { readInstance } from "../rounds/round-instance.js";
import { jobRequest, type JobRequest } from "./job-request.js";
import { taskOf, type AskedOfSolver } from "./solver-task.js";

/** The job of the queue that carries one out. */
export const RUN_ROUND_JOB = "allocation.run-round-job";

/** Notes a computation on the round as it stands, and has it begun. */
export const startRoundJob = (ports: RoundRoomPorts): UseCase<JobRequest, Round, RoundJob> => ({
  name: "allocation.start-round-job",
  action: "update",
  input: zodSchema(jobRequest),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, request, round) {
    const allowed = request.kind === "solve" ? mayAct("solve", round) : ok(true as const);
    if (!allowed.ok) return allowed;
    const instance = await readInstance(ctx, ports, round, await ports.rounds.lines(ctx, round.id));
    const task = taskOf(request, instance);
    if (!task.ok) return task;
    const asked: AskedOfSolver = { ...request, inputsDigest: digestOf(task.value.instance) };
    const job: RoundJob = {
      ...{ id: ctx.ids.next(), roundId: round.id, organisationId: round.organisationId, kind: request.kind },
      ...{ state: "running", progress: 0, result: null, failure: null, requestedBy: actorRef(ctx.actor) },
      ...{ createdAt: ctx.clock.now(), finishedAt: null, asked },
    };
    if (!(await ports.jobs.insert(ctx, job))) return refuse(BUSY);
    await ports.queue.send(ctx, RUN_ROUND_JOB, job.id);
    const data = { jobId: job.id, asked };
    const event = { organisationId: round.organisationId, subjectType: "Round", subjectId: round.id, data } as const;
    return ok({ value: job, event });
  },
});

const BUSY = conflict("round.being_solved", "This round is being solved already.");
