import { digestOf } from "../../../kernel/canonical-json.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context } from "../../../kernel/use-case.js";
import type { RoundInstance } from "../../domain/round-program/instance.js";
import type { RoundJob } from "../../domain/rounds/round-job.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import type { SolverTask } from "../../ports/round-solver.port.js";
import { readInstance } from "../rounds/round-instance.js";
import { changed, type JobRequest } from "./job-request.js";

/** What a job notes of what it was asked: the request, and the digest of the instance it was asked on. */
export type AskedOfSolver = JobRequest & { readonly inputsDigest: string };

/** GPUs beyond which a purchase is no answer to one need. */
const MOST_TO_UNLOCK = 100_000;

/** What the solver is given for a request on a round as it stands. */
export function taskOf(request: JobRequest, instance: RoundInstance): Result<SolverTask> {
  if (request.kind === "solve") return ok({ kind: "solve", instance });
  if (request.kind === "what_if") return ok({ kind: "solve", instance: changed(instance, request.change) });
  const quarter = instance.quarters.indexOf(request.quarter);
  const asked = instance.needs.find(({ id }) => id === request.lineId)?.asks[quarter] ?? null;
  if (asked === null) return refuse(notFound("round_line", request.lineId));
  const { lineId: needId, poolId } = request;
  return ok({ kind: "unlock", instance, quarter, needId, poolId, most: mostAsked(instance, quarter) });
}

/** The same of a job that was noted before; a round that moved on meanwhile has no task for it. */
export async function taskOfJob(ctx: Context, ports: RoundPorts, job: RoundJob): Promise<Result<SolverTask>> {
  const round = await ports.rounds.find(ctx, job.roundId);
  if (round === null) return refuse(notFound("round", job.roundId));
  const { inputsDigest, ...request } = job.asked as AskedOfSolver;
  const task = taskOf(request, await readInstance(ctx, ports, round, await ports.rounds.lines(ctx, round.id)));
  return task.ok && digestOf(task.value.instance) !== inputsDigest ? refuse(MOVED_ON) : task;
}

export const MOVED_ON = conflict(
  "round.inputs_changed",
  "Needs, pools or rights changed while the round was being solved.",
);

/** With as much as everybody asks for in one pool, whoever may use it is served: a search need not go further. */
const mostAsked = ({ needs }: RoundInstance, quarter: number): number =>
  Math.min(
    MOST_TO_UNLOCK,
    needs.reduce((sum, { asks }) => sum + (asks[quarter]?.gpus ?? 0), 0),
  );
