import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { OrganisationLoader, OrganisationType } from "../../../tenancy/index.js";
import { PoolLoanType } from "./allocation.types.js";

@Resolver(() => PoolLoanType)
export class PoolLoanResolver {
  constructor(@Inject(OrganisationLoader) private readonly organisations: OrganisationLoader) {}

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: "Null for the reserve and for what is not named to this reader.",
  })
  lender(@Parent() loan: PoolLoanType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.named(loan.lenderId, actor, loaders);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: "Null for what is not named to this reader." })
  borrower(@Parent() loan: PoolLoanType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.named(loan.borrowerId, actor, loaders);
  }

  private named(
    id: string | null,
    actor: PersonActor,
    loaders: RequestLoaders,
  ): Promise<OrganisationType | null> | null {
    return id === null ? null : this.organisations.load(loaders, actor, id);
  }
}
