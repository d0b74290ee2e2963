import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import { systemActor, type PersonActor } from "../../../../kernel/actor.js";
import type { Result } from "../../../../kernel/result.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { answering, mutations } from "../../../../platform/graphql/mutations.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { ROUND_PORTS } from "../../../allocation.tokens.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { RoundPorts, RoundRoomPorts } from "../../../ports/round-ports.js";
import { cancelRoundJob } from "../../../use-cases/round-jobs/cancel-round-job.use-case.js";
import { startRoundJob } from "../../../use-cases/round-jobs/start-round-job.use-case.js";
import { amendGrant } from "../../../use-cases/rounds/amend-grant.use-case.js";
import { bringNeeds } from "../../../use-cases/rounds/bring-needs.use-case.js";
import { clawBack } from "../../../use-cases/rounds/claw-back.use-case.js";
import { giveOpinion } from "../../../use-cases/rounds/give-opinion.use-case.js";
import { grantByRule } from "../../../use-cases/rounds/grant-by-rule.use-case.js";
import { openRound } from "../../../use-cases/rounds/open-round.use-case.js";
import { requestGpus } from "../../../use-cases/rounds/request-gpus.use-case.js";
import { ROUND_STEPS } from "../../../use-cases/rounds/round-steps.js";
import { decideRound } from "../../../use-cases/rounds/vote-round.use-case.js";
import {
  AmendRoundGrantInputType,
  BringNeedsInputType,
  ClawBackInputType,
  DecideRoundInputType,
  GiveRoundOpinionInputType,
  OpenRoundInputType,
  RequestGpusInputType,
  RoundChangeInputType,
  RoundStepInputType,
  RoundUnlockInputType,
} from "./round.inputs.js";
import { RoundJobResult, RoundLineResult, RoundOpinionResult, RoundResult } from "./round.types.js";
import { jobView, lineView, opinionView, roundView } from "./round.views.js";

const asRound = answering(RoundResult, roundView);
const asOpinion = answering(RoundOpinionResult, opinionView);
const asJob = answering(RoundJobResult, jobView);

/** Verbs on rounds; computations begin here and are followed by `roundJob`. */
export const RoundMutations = mutations<RoundRoomPorts>(ROUND_PORTS, {
  openRound: asRound(openRound, OpenRoundInputType),
  bringNeeds: asRound(
    bringNeeds,
    BringNeedsInputType,
    "Requests from the needs that a campaign's consolidation sized.",
  ),
  giveRoundOpinion: asOpinion(giveOpinion, GiveRoundOpinionInputType),
  decideRound: asRound(decideRound, DecideRoundInputType, "The vote of a second person."),
  clawBackRound: asRound(clawBack, ClawBackInputType, "Takes back from a grant that is hardly used."),
  solveRound: asJob(
    startRoundJob,
    { roundId: ID },
    "Decides every line; the answer stands in the lines when the job is done.",
    (input) => ({ kind: "solve", ...(input as object) }),
  ),
  roundWhatIf: asJob(
    startRoundJob,
    { roundId: ID, change: RoundChangeInputType },
    "Solves a copy with changes; the round stays as it is.",
    (input) => ({ kind: "what_if", ...(input as object) }),
  ),
  roundUnlock: asJob(
    startRoundJob,
    RoundUnlockInputType,
    "How many GPUs of a pool would serve a line, by solving again.",
    (input) => ({ kind: "unlock", ...input }),
  ),
  cancelRoundJob: asJob(cancelRoundJob, { jobId: ID }),
});

/** Who grants what is granted by rule. */
const RULES = systemActor("rules");

/** Verbs that are answered by more than what they did: a line in its round, a step that leads to the next. */
@Resolver()
export class RoundStepMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROUND_PORTS) private readonly ports: RoundPorts,
  ) {}

  @Mutation(() => RoundLineResult)
  async requestGpus(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RequestGpusInputType }) input: RequestGpusInputType,
  ): Promise<typeof RoundLineResult> {
    return this.lineMember(actor, await this.runner.run(actor, requestGpus(this.ports), input));
  }

  @Mutation(() => RoundResult, { description: "Takes a step of a round's life that asks for nothing but a reason." })
  async stepRound(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RoundStepInputType }) { step, ...input }: RoundStepInputType,
  ): Promise<typeof RoundResult> {
    const done = await this.runner.run(actor, ROUND_STEPS[step](this.ports), input);
    if (step !== "submit" || !done.ok || done.value.track !== "continu") return unionMember(done, roundView);
    const byRule = await this.runner.run(RULES, grantByRule(this.ports), { roundId: done.value.id });
    return roundView(byRule.ok ? byRule.value : done.value);
  }

  @Mutation(() => RoundLineResult, { description: "All constraints of the round are checked again." })
  async amendRoundGrant(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => AmendRoundGrantInputType }) input: AmendRoundGrantInputType,
  ): Promise<typeof RoundLineResult> {
    return this.lineMember(actor, await this.runner.run(actor, amendGrant(this.ports), input));
  }

  private async lineMember(actor: PersonActor, done: Result<RoundLine>): Promise<typeof RoundLineResult> {
    const round = done.ok
      ? await this.runner.read(actor, (ctx) => this.ports.rounds.find(ctx, done.value.roundId))
      : null;
    return unionMember(done, (line) => lineView(line, round?.quarters ?? []));
  }
}
