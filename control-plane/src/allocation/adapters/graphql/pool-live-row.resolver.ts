import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { PoolLiveRowType } from "./allocation.types.js";

@Resolver(() => PoolLiveRowType)
export class PoolLiveRowResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: "Null for the reserve and for what is not named to this reader.",
  })
  organisation(
    @Parent() row: PoolLiveRowType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<OrganisationType | null> | null {
    return row.organisationId === null ? null : this.organisations.load(loaders, actor, row.organisationId);
  }
}
