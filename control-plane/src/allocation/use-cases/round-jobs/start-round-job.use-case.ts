import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { digestOf } from "../../../kernel/canonical-json.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import type { RoundInstance } from "../../domain/round-program/instance.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import { SILENT_AFTER_MS, type RoundJob } from "../../domain/rounds/round-job.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import type { SolverTask } from "../../ports/round-solver.port.js";
import { loadRound } from "../rounds/round-access.js";
import { readInstance } from "../rounds/round-instance.js";
import { changed, jobRequest, type JobRequest } from "./job-request.js";

/** A job that stands in the table, and what the worker is to be given. */
export interface StartedJob {
  readonly job: RoundJob;
  readonly task: SolverTask;
}

/** GPUs beyond which a purchase is no answer to one need. */
const MOST_TO_UNLOCK = 100_000;

/** Notes a computation on the round as it stands; the process that was asked then runs it. */
export const startRoundJob = (ports: RoundPorts): UseCase<JobRequest, Round, StartedJob> => ({
  name: "allocation.start-round-job",
  action: "update",
  input: zodSchema(jobRequest),
  load: (ctx, { roundId }) => loadRound(ctx, ports, roundId),
  async handle(ctx, request, round) {
    const allowed = request.kind === "solve" ? mayAct("solve", round) : ok(true as const);
    if (!allowed.ok) return allowed;
    const now = ctx.clock.now();
    await ports.jobs.failSilent(ctx, new Date(now.getTime() - SILENT_AFTER_MS));
    const instance = await readInstance(ctx, ports, round, await ports.rounds.lines(ctx, round.id));
    const task = taskOf(request, instance);
    if (!task.ok) return task;
    const job: RoundJob = {
      ...{ id: ctx.ids.next(), roundId: round.id, organisationId: round.organisationId, kind: request.kind },
      ...{ state: "running", progress: 0, result: null, failure: null, requestedBy: actorRef(ctx.actor) },
      ...{ createdAt: now, heartbeatAt: now, finishedAt: null, cancelRequested: false },
      asked: { ...request, inputsDigest: digestOf(task.value.instance) },
    };
    if (!(await ports.jobs.insert(ctx, job))) return refuse(BUSY);
    const data = { jobId: job.id, asked: job.asked };
    const event = { organisationId: round.organisationId, subjectType: "Round", subjectId: round.id, data } as const;
    return ok({ value: { job, task: task.value }, event });
  },
});

const BUSY = conflict("round.being_solved", "This round is being solved already.");

function taskOf(request: JobRequest, instance: RoundInstance): Result<SolverTask> {
  if (request.kind === "solve") return ok({ kind: "solve", instance });
  if (request.kind === "what_if") return ok({ kind: "solve", instance: changed(instance, request.change) });
  const quarter = instance.quarters.indexOf(request.quarter);
  const asked = instance.needs.find(({ id }) => id === request.lineId)?.asks[quarter] ?? null;
  if (asked === null) return refuse(notFound("round_line", request.lineId));
  const { lineId: needId, poolId } = request;
  return ok({ kind: "unlock", instance, quarter, needId, poolId, most: mostAsked(instance, quarter) });
}

/** With as much as everybody asks for in one pool, whoever may use it is served: a search need not go further. */
const mostAsked = ({ needs }: RoundInstance, quarter: number): number =>
  Math.min(
    MOST_TO_UNLOCK,
    needs.reduce((sum, { asks }) => sum + (asks[quarter]?.gpus ?? 0), 0),
  );
