import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCase, UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { Evaluation } from "../../../domain/evaluations/evaluation.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { beginEvaluation } from "../../../use-cases/evaluations/begin-evaluation.use-case.js";
import { planEvaluation } from "../../../use-cases/evaluations/plan-evaluation.use-case.js";
import { publishEvaluation } from "../../../use-cases/evaluations/publish-evaluation.use-case.js";
import { onceByKey } from "../../../use-cases/once-by-key.js";
import { EvaluationResult, PlanEvaluationFields, PublishEvaluationFields } from "./evaluation.types.js";

@Resolver()
export class EvaluationMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  @Mutation(() => EvaluationResult)
  planEvaluation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => PlanEvaluationFields }) input: PlanEvaluationFields,
  ) {
    const { receipts, evaluations } = this.ports;
    const creation = onceByKey(planEvaluation(this.ports), receipts, (ctx, id) => evaluations.find(ctx, id));
    return this.run(actor, creation, input);
  }

  @Mutation(() => EvaluationResult)
  beginEvaluation(@CurrentActor() actor: PersonActor, @Args("id", { type: () => ID }) id: string) {
    return this.run(actor, beginEvaluation(this.ports), { id });
  }

  @Mutation(() => EvaluationResult, { description: "A validator publishes the ministry's own evaluation." })
  publishEvaluation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => PublishEvaluationFields }) input: PublishEvaluationFields,
  ) {
    return this.run(actor, publishEvaluation(this.ports, "validate"), input);
  }

  @Mutation(() => EvaluationResult, { description: "The AI cell publishes what an independent body found." })
  publishIndependentEvaluation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => PublishEvaluationFields }) input: PublishEvaluationFields,
  ) {
    return this.run(actor, publishEvaluation(this.ports, "select"), input);
  }

  private async run<Input, Loaded>(actor: PersonActor, useCase: UseCase<Input, Loaded, Evaluation>, input: unknown) {
    return unionMember(await this.runner.run(actor, useCase, input), (evaluation) => evaluation);
  }
}
