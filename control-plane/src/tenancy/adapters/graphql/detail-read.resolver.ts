import { Inject } from "@nestjs/common";
import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../platform/graphql/cursor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import { connectionType } from "../../../platform/graphql/page.types.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../domain/abilities.js";
import type { DetailReadLog } from "../../ports/detail-read-log.port.js";
import { DETAIL_READ_LOG } from "../../tenancy.tokens.js";
import { OrganisationLoader } from "./organisation-loader.js";
import { PersonNameLoader } from "./person-name-loader.js";
import { OrganisationType } from "./tenancy.types.js";

@ObjectType("DetailRead", { description: "Somebody looked at a detail of a body that is not theirs." })
class DetailReadType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) subjectType!: string;
  @Field(() => ID) subjectId!: string;
  reader!: string;
  organisationId!: string;
}

const DetailReadConnectionType = connectionType("DetailRead", DetailReadType);

@Resolver(() => DetailReadType)
export class DetailReadResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(DETAIL_READ_LOG) private readonly log: DetailReadLog,
    @Inject(OrganisationLoader) private readonly organisations: OrganisationLoader,
    @Inject(PersonNameLoader) private readonly people: PersonNameLoader,
  ) {}

  @Query(() => DetailReadConnectionType, { description: "Newest first, for whoever may read the journal." })
  async detailReads(
    @CurrentActor() actor: PersonActor,
    @Args("organisationId", { type: () => ID, nullable: true }) organisationId: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<DetailReadType>> {
    const last = after == null ? null : String(decodeCursor(after, 1)[0]);
    const query = { organisationId: organisationId ?? null, first: pageSize(first), after: last };
    const mayRead = actorMay(actor, "read", "GovernanceEvent");
    const rows = mayRead ? await this.runner.read(actor, (ctx) => this.log.page(ctx, query)) : [];
    return connectionOf(
      rows,
      query.first,
      ({ id }) => [id],
      (read) => read,
    );
  }

  @ResolveField(() => OrganisationType, { description: "Whose detail it is." })
  organisation(@Parent() of: DetailReadType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.organisations.load(loaders, actor, of.organisationId);
  }

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  reader(@Parent() of: DetailReadType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.reader);
  }
}
