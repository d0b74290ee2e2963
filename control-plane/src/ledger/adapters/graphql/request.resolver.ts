import { Inject } from "@nestjs/common";
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { connectionOf, decodeCursor, instantOf, pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { LEDGER_PORTS } from "../../ledger.tokens.js";
import type { LedgerPorts } from "../../ports/ledger-ports.js";
import type { RequestCursor, RequestFilter } from "../../ports/request-catalogue.port.js";
import { explainDecision } from "../../use-cases/explain-decision.js";
import { DecisionDetailType } from "./decision.types.js";
import { decisionView } from "./decision.view.js";
import { NameLoader } from "./name-loader.js";
import { RequestConnectionType, RequestFilterInput, RequestSummaryType, summaryView } from "./request.types.js";

@Resolver(() => RequestSummaryType)
export class RequestResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LEDGER_PORTS) private readonly ports: LedgerPorts,
    @Inject(NameLoader) private readonly names: NameLoader,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
  ) {}

  @Query(() => RequestConnectionType)
  async requests(
    @CurrentActor() actor: PersonActor,
    @Args("filter", { type: () => RequestFilterInput, nullable: true }) filter: RequestFilterInput | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<RequestSummaryType>> {
    const size = pageSize(first ?? 50);
    const cursor = after == null ? null : cursorOf(after);
    const rows = actorMay(actor, "read", "Decision")
      ? await this.runner.read(actor, (ctx) => this.ports.catalogue.page(ctx, filterOf(filter), size + 1, cursor))
      : [];
    return connectionOf(rows, size, ({ record }) => [record.decision.at, record.decision.id], summaryView);
  }

  @Query(() => DecisionDetailType, { nullable: true })
  async decision(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<DecisionDetailType | null> {
    if (!actorMay(actor, "read", "Decision")) return null;
    const explanation = await this.runner.read(actor, (ctx) => explainDecision(this.ports)(ctx, id));
    return explanation === null ? null : decisionView(explanation);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(
    @Parent() { organisationId }: RequestSummaryType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> | null {
    return organisationId === null ? null : this.organisations.load(loaders, actor, organisationId);
  }

  @ResolveField(() => String, { nullable: true })
  useCaseName(
    @Parent() of: RequestSummaryType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.names.nameOf(loaders, actor, of.useCaseId);
  }

  @ResolveField(() => String, { nullable: true })
  applicationName(
    @Parent() of: RequestSummaryType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return this.names.nameOf(loaders, actor, of.applicationId);
  }

  @ResolveField(() => String, { nullable: true, description: "The model, or what the caller asked for." })
  async modelName(
    @Parent() of: RequestSummaryType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ) {
    return (await this.names.nameOf(loaders, actor, of.modelId)) ?? of.requestedModel;
  }

  @ResolveField(() => String, { nullable: true })
  poolName(@Parent() of: RequestSummaryType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.names.nameOf(loaders, actor, of.poolId);
  }
}

function cursorOf(after: string): RequestCursor {
  const [at, decisionId] = decodeCursor(after, 2);
  return { at: instantOf(at).getTime(), decisionId: String(decisionId) };
}

function filterOf(input: RequestFilterInput | null): RequestFilter {
  return {
    outcomes: input?.outcome ?? undefined,
    codes: input?.code ?? undefined,
    useCaseId: input?.useCaseId ?? undefined,
    organisationId: input?.organisationId ?? undefined,
    applicationId: input?.applicationId ?? undefined,
    from: input?.from ?? undefined,
    to: input?.to ?? undefined,
    decisionId: input?.decisionId ?? undefined,
    decisionRef: input?.decisionRef ?? undefined,
  };
}
