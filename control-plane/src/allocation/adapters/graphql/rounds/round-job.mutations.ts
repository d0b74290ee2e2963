import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { ROUND_USE_CASES, START_ROUND_JOB } from "../../../allocation.tokens.js";
import type { startRoundJob } from "../../../use-cases/round-jobs/start-round-job.use-case.js";
import type { RoundUseCases } from "../../../use-cases/round-use-cases.js";
import { RoundChangeInputType, RoundUnlockInputType } from "./round.inputs.js";
import { RoundJobResult } from "./round.types.js";
import { jobView } from "./round.views.js";

/** Computations begin here and are followed by `roundJob`. */
@Resolver()
export class RoundJobMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROUND_USE_CASES) private readonly rounds: RoundUseCases,
    @Inject(START_ROUND_JOB) private readonly start: ReturnType<typeof startRoundJob>,
  ) {}

  @Mutation(() => RoundJobResult, {
    description: "Decides every line; the answer stands in the lines when the job is done.",
  })
  async solveRound(
    @CurrentActor() actor: PersonActor,
    @Args("roundId", { type: () => ID }) roundId: string,
  ): Promise<typeof RoundJobResult> {
    return unionMember(await this.runner.run(actor, this.start, { kind: "solve", roundId }), jobView);
  }

  @Mutation(() => RoundJobResult, { description: "Solves a copy with changes; the round stays as it is." })
  async roundWhatIf(
    @CurrentActor() actor: PersonActor,
    @Args("roundId", { type: () => ID }) roundId: string,
    @Args("change", { type: () => RoundChangeInputType }) change: RoundChangeInputType,
  ): Promise<typeof RoundJobResult> {
    return unionMember(await this.runner.run(actor, this.start, { kind: "what_if", roundId, change }), jobView);
  }

  @Mutation(() => RoundJobResult, { description: "How many GPUs of a pool would serve a line, by solving again." })
  async roundUnlock(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RoundUnlockInputType }) input: RoundUnlockInputType,
  ): Promise<typeof RoundJobResult> {
    return unionMember(await this.runner.run(actor, this.start, { kind: "unlock", ...input }), jobView);
  }

  @Mutation(() => RoundJobResult)
  async cancelRoundJob(
    @CurrentActor() actor: PersonActor,
    @Args("jobId", { type: () => ID }) jobId: string,
  ): Promise<typeof RoundJobResult> {
    return unionMember(await this.runner.run(actor, this.rounds.cancelJob, { jobId }), jobView);
  }
}
