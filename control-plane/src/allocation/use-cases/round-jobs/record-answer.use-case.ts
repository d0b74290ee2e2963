import { notFound } from "../../../kernel/refusal.js";
import { digestOf } from "../../../kernel/canonical-json.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { greedyGrants } from "../../domain/round-program/greedy.js";
import { satisfactionOf, type Satisfaction } from "../../domain/round-program/satisfaction.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import type { RoundJob } from "../../domain/rounds/round-job.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import type { SolverTask, Told } from "../../ports/round-solver.port.js";
import { decidedLines } from "../rounds/decided-lines.js";
import { CHANGED, loadRound, nextVersion, roundEvent, saved } from "../rounds/round-access.js";
import { readInstance } from "../rounds/round-instance.js";
import { MOVED_ON } from "./solver-task.js";

/** What the platform itself hands in when a worker is done. */
export interface AnswerInput {
  readonly job: RoundJob;
  readonly task: SolverTask;
  readonly answer: Told;
}

/** What a job leaves for people to read. */
export interface JobResult {
  readonly method: "lexicographic" | "greedy" | null;
  readonly gapPct: number | null;
  readonly seconds: number;
  readonly inputsDigest: string;
  /** What the round, or its copy, comes to, beside a greedy one on the same needs. */
  readonly satisfaction: Satisfaction | null;
  readonly greedy: Satisfaction | null;
  /** GPUs granted by line and quarter. */
  readonly grants: readonly { readonly lineId: string; readonly gpus: readonly number[] }[];
  /** Answer of an `unlock`: GPUs to add to the pool, or none that would do. */
  readonly unlockGpus: number | null;
}

/**
 * Ends a job with its answer, in one transaction: for a solution the lines, the note of how it was found and the end of
 * the job stand together or not at all. A round that moved on meanwhile takes no answer.
 */
export const recordAnswer = (ports: RoundPorts): UseCase<AnswerInput, Round, JobResult> => ({
  name: "allocation.record-answer",
  action: "update",
  input: { parse: (raw) => ok(raw as AnswerInput) },
  load: (ctx, { job }) => loadRound(ctx, ports, job.roundId),
  async handle(ctx, { job, task, answer }, round) {
    const result = resultOf(task, answer);
    if (!(await ports.jobs.finish(ctx, job.id, { state: "done", result, failure: null })))
      return refuse(notFound("round_job", job.id));
    const { method, gapPct, seconds, inputsDigest } = result;
    const data = { jobId: job.id, kind: job.kind, method, gapPct, seconds, inputsDigest };
    if (job.kind !== "solve" || answer.kind !== "solved")
      return ok({ value: result, event: roundEvent(round, round, data) });
    const stored = await storeSolution(ctx, ports, round, { job, task, answer }, inputsDigest);
    return stored.ok ? ok({ value: result, event: roundEvent(round, stored.value, data) }) : stored;
  },
});

async function storeSolution(
  ctx: Context,
  ports: RoundPorts,
  round: Round,
  { job, task, answer }: AnswerInput,
  inputsDigest: string,
): Promise<Result<Round>> {
  const allowed = mayAct("solve", round);
  if (!allowed.ok) return allowed;
  const lines = await ports.rounds.lines(ctx, round.id);
  if (digestOf(await readInstance(ctx, ports, round, lines)) !== inputsDigest) return refuse(MOVED_ON);
  if (answer.kind !== "solved") return refuse(MOVED_ON);
  if (!(await ports.rounds.updateLines(ctx, decidedLines(task.instance, answer.grants, lines)))) return refuse(CHANGED);
  const { method, gapPct } = answer;
  const solution = { method, gapPct, inputsDigest, jobId: job.id, at: ctx.clock.now().toISOString() };
  return saved(ctx, ports, nextVersion(round, { solution, proposal: null }));
}

function resultOf({ instance }: SolverTask, answer: Told): JobResult {
  const inputsDigest = digestOf(instance);
  const common = { seconds: answer.seconds, inputsDigest };
  if (answer.kind === "unlocked") {
    const { gpus } = answer;
    return { ...common, method: null, gapPct: null, satisfaction: null, greedy: null, grants: [], unlockGpus: gpus };
  }
  const { method, gapPct, grants } = answer;
  return {
    ...{ ...common, method, gapPct, unlockGpus: null },
    satisfaction: satisfactionOf(instance, grants),
    greedy: satisfactionOf(instance, greedyGrants(instance)),
    grants: instance.needs.map(({ id }, index) => ({
      lineId: id,
      gpus: grants.map((quarter) => quarter[index]?.gpus ?? 0),
    })),
  };
}
