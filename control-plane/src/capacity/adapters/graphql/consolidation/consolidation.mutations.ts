import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import type { BackgroundJobs } from "../../../../platform/jobs/background-jobs.js";
import { JOBS, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { CONSOLIDATION_PORTS } from "../../../capacity.tokens.js";
import type { ConsolidationComment } from "../../../domain/consolidation/consolidation-comment.js";
import type { Consolidation } from "../../../domain/consolidation/consolidation-life.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import { cancelConsolidation } from "../../../use-cases/consolidation/cancel-consolidation.use-case.js";
import { commentOnConsolidation } from "../../../use-cases/consolidation/comment-on-consolidation.use-case.js";
import { publishConsolidation } from "../../../use-cases/consolidation/publish-consolidation.use-case.js";
import { requestConsolidation } from "../../../use-cases/consolidation/request-consolidation.use-case.js";
import { reviewConsolidation } from "../../../use-cases/consolidation/review-consolidation.use-case.js";
import {
  CommentOnConsolidationFields,
  ConsolidationCommentResult,
  ConsolidationCommentType,
  ConsolidationResult,
  ConsolidationStepFields,
  ConsolidationType,
} from "./consolidation.types.js";

@Resolver()
export class ConsolidationMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CONSOLIDATION_PORTS) private readonly ports: ConsolidationRoomPorts,
    @Inject(JOBS) private readonly queue: BackgroundJobs,
  ) {}

  @Mutation(() => ConsolidationResult, {
    description: "Asks for a campaign to be added up; `progress` tells how far it is.",
  })
  async requestConsolidation(
    @CurrentActor() actor: PersonActor,
    @Args("campaignId", { type: () => ID }) campaignId: string,
  ) {
    const request = requestConsolidation({ ...this.ports, queue: this.queue });
    return unionMember(await this.runner.run(actor, request, { campaignId }), consolidationView);
  }

  @Mutation(() => ConsolidationResult, { description: "Stops a computation; nothing of it is kept." })
  async cancelConsolidation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ConsolidationStepFields }) input: ConsolidationStepFields,
  ) {
    return unionMember(await this.runner.run(actor, cancelConsolidation(this.ports), input), consolidationView);
  }

  @Mutation(() => ConsolidationResult, { description: "Somebody else than who asked for it stands for the figures." })
  async reviewConsolidation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ConsolidationStepFields }) input: ConsolidationStepFields,
  ) {
    return unionMember(await this.runner.run(actor, reviewConsolidation(this.ports), input), consolidationView);
  }

  @Mutation(() => ConsolidationCommentResult, { description: "For those who see every ministry's figures." })
  async commentOnConsolidation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => CommentOnConsolidationFields }) input: CommentOnConsolidationFields,
  ) {
    return unionMember(await this.runner.run(actor, commentOnConsolidation(this.ports), input), commentView);
  }

  @Mutation(() => ConsolidationResult, {
    description:
      "Lets suppliers read their version; once a closed campaign, by another person. The campaign is then consolidated.",
  })
  async publishConsolidation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => ConsolidationStepFields }) input: ConsolidationStepFields,
  ) {
    return unionMember(await this.runner.run(actor, publishConsolidation(this.ports), input), consolidationView);
  }
}

const commentView = (comment: ConsolidationComment): ConsolidationCommentType => comment;
const consolidationView = (consolidation: Consolidation): ConsolidationType => consolidation;
