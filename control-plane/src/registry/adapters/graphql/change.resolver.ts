import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import { actorRef, type PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { PersonNameLoader } from "../../../tenancy/index.js";
import { changeView, UseCaseChangeType } from "./change.types.js";
import { RecordLoaders } from "./portfolio/record-loaders.js";
import { UseCaseType } from "./use-case.types.js";

/** Changes of a use case that two people make. */
@Resolver(() => UseCaseType)
export class UseCaseChangesResolver {
  constructor(@Inject(RecordLoaders) private readonly records: RecordLoaders) {}

  @ResolveField(() => [UseCaseChangeType], { description: "Newest first." })
  async changes(
    @Parent() of: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<UseCaseChangeType[]> {
    const changes = await this.records.ofUseCase(loaders, actor, "changes", of.id);
    return changes.map((change) => changeView(change, actorRef(actor))).toReversed();
  }
}

@Resolver(() => UseCaseChangeType)
export class UseCaseChangeResolver {
  constructor(@Inject(PersonNameLoader) private readonly people: PersonNameLoader) {}

  @ResolveField(() => String, { description: "A name, or a reference for whom this person may not see." })
  proposedBy(@Parent() of: UseCaseChangeType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.people.nameOf(loaders, actor, of.proposedBy);
  }

  @ResolveField(() => String, { nullable: true })
  decidedBy(@Parent() of: UseCaseChangeType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return of.decidedBy === null ? null : this.people.nameOf(loaders, actor, of.decidedBy);
  }
}
