import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { EvaluationState } from "../../../domain/evaluations/evaluation.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import type { DuePosition } from "../../../ports/use-case-catalogue.port.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";
import { RegistryLoaders } from "../registry-loaders.js";
import { useCaseView } from "../registry.views.js";
import { UseCaseType } from "../use-case.types.js";
import {
  DueEvaluationConnectionType,
  EvaluationConnectionType,
  EvaluationStateEnum,
  EvaluationType,
} from "./evaluation.types.js";
import { recordQuery } from "./record-query.js";

/** Evaluations of every use case in reach, and when the next ones are due. */
@Resolver(() => EvaluationType)
export class EvaluationListsResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
    @Inject(RegistryLoaders) private readonly registry: RegistryLoaders,
  ) {}

  @Query(() => EvaluationConnectionType, { description: "Newest first." })
  async evaluations(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("states", { type: () => [EvaluationStateEnum], nullable: true }) states: EvaluationState[] | null,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<EvaluationType>> {
    const query = recordQuery({ organisationId, states, search, first, after });
    const rows = await this.runner.read(actor, (ctx) => this.ports.evaluations.page(ctx, query));
    return connectionOf(
      rows,
      query.first,
      ({ id }) => [id],
      (evaluation) => evaluation,
    );
  }

  @Query(() => DueEvaluationConnectionType, {
    description: "Use cases that run and said by when they are evaluated again, soonest first.",
  })
  async dueEvaluations(
    @CurrentActor() actor: PersonActor,
    @Args("by", { type: () => String, nullable: true, description: "Last day that counts, such as 2026-12-31." })
    by: string | null,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<UseCaseType>> {
    const query = {
      by: by ?? null,
      organisationId: organisationId ?? null,
      first: pageSize(first),
      after: after == null ? null : positionOf(after),
    };
    const rows = await this.runner.read(actor, (ctx) => this.ports.catalogue.dueForEvaluation(ctx, query));
    return connectionOf(rows, query.first, ({ dossier, id }) => [dossier.evaluationDueOn ?? "", id], useCaseView);
  }

  @ResolveField(() => UseCaseType)
  async useCase(
    @Parent() of: EvaluationType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<UseCaseType | null> {
    const found = await this.registry.useCase(loaders, actor, of.useCaseId);
    return found === null ? null : useCaseView(found);
  }
}

function positionOf(cursor: string): DuePosition {
  const [dueOn, id] = decodeCursor(cursor, 2);
  return { dueOn: String(dueOn), id: String(id) };
}
