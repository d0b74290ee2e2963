import { Inject } from "@nestjs/common";
import { Args, Mutation, Resolver } from "@nestjs/graphql";
import { systemActor, type PersonActor } from "../../../../kernel/actor.js";
import type { Result } from "../../../../kernel/result.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { ROUND_PORTS, ROUND_USE_CASES } from "../../../allocation.tokens.js";
import type { RoundLine } from "../../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../../ports/round-ports.js";
import type { RoundUseCases } from "../../../use-cases/round-use-cases.js";
import {
  AmendRoundGrantInputType,
  BringNeedsInputType,
  ClawBackInputType,
  DecideRoundInputType,
  GiveRoundOpinionInputType,
  OpenRoundInputType,
  RequestGpusInputType,
  RoundStepInputType,
} from "./round.inputs.js";
import { RoundLineResult, RoundOpinionResult, RoundResult } from "./round.types.js";
import { lineView, opinionView, roundView } from "./round.views.js";

/** Who grants what is granted by rule. */
const RULES = systemActor("rules");

@Resolver()
export class RoundMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROUND_PORTS) private readonly ports: RoundPorts,
    @Inject(ROUND_USE_CASES) private readonly rounds: RoundUseCases,
  ) {}

  @Mutation(() => RoundResult)
  async openRound(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => OpenRoundInputType }) input: OpenRoundInputType,
  ): Promise<typeof RoundResult> {
    return unionMember(await this.runner.run(actor, this.rounds.open, input), roundView);
  }

  @Mutation(() => RoundLineResult)
  async requestGpus(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RequestGpusInputType }) input: RequestGpusInputType,
  ): Promise<typeof RoundLineResult> {
    return this.lineMember(actor, await this.runner.run(actor, this.rounds.request, input));
  }

  @Mutation(() => RoundResult, { description: "Requests from the needs that a campaign's consolidation sized." })
  async bringNeeds(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => BringNeedsInputType }) input: BringNeedsInputType,
  ): Promise<typeof RoundResult> {
    return unionMember(await this.runner.run(actor, this.rounds.bring, input), roundView);
  }

  @Mutation(() => RoundResult, { description: "Takes a step of a round's life that asks for nothing but a reason." })
  async stepRound(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RoundStepInputType }) { step, ...input }: RoundStepInputType,
  ): Promise<typeof RoundResult> {
    const done = await this.runner.run(actor, this.rounds.steps[step], input);
    if (step !== "submit" || !done.ok || done.value.track !== "continu") return unionMember(done, roundView);
    const byRule = await this.runner.run(RULES, this.rounds.grantByRule, { roundId: done.value.id });
    return roundView(byRule.ok ? byRule.value : done.value);
  }

  @Mutation(() => RoundOpinionResult)
  async giveRoundOpinion(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => GiveRoundOpinionInputType }) input: GiveRoundOpinionInputType,
  ): Promise<typeof RoundOpinionResult> {
    return unionMember(await this.runner.run(actor, this.rounds.opine, input), opinionView);
  }

  @Mutation(() => RoundLineResult, { description: "All constraints of the round are checked again." })
  async amendRoundGrant(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => AmendRoundGrantInputType }) input: AmendRoundGrantInputType,
  ): Promise<typeof RoundLineResult> {
    return this.lineMember(actor, await this.runner.run(actor, this.rounds.amend, input));
  }

  @Mutation(() => RoundResult, { description: "The vote of a second person." })
  async decideRound(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => DecideRoundInputType }) input: DecideRoundInputType,
  ): Promise<typeof RoundResult> {
    return unionMember(await this.runner.run(actor, this.rounds.decide, input), roundView);
  }

  @Mutation(() => RoundResult, { description: "Takes back from a grant that is hardly used." })
  async clawBackRound(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ClawBackInputType }) input: ClawBackInputType,
  ): Promise<typeof RoundResult> {
    return unionMember(await this.runner.run(actor, this.rounds.clawBack, input), roundView);
  }

  private async lineMember(actor: PersonActor, done: Result<RoundLine>): Promise<typeof RoundLineResult> {
    const round = done.ok
      ? await this.runner.read(actor, (ctx) => this.ports.rounds.find(ctx, done.value.roundId))
      : null;
    return unionMember(done, (line) => lineView(line, round?.quarters ?? []));
  }
}
