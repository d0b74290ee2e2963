import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import type { Review } from "../../../../domain/desk/counsel/review.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import { ReviewConnectionType, ReviewType } from "./review.types.js";

export const reviewView =
  (today: string) =>
  ({ reviewedBy: _by, conditions, ...review }: Review): ReviewType => ({
    ...review,
    conditions: conditions.map(({ met, ...condition }) => ({
      ...condition,
      metOn: met?.on ?? null,
      proof: met?.proof ?? null,
      late: review.state === "open" && met === null && condition.dueOn < today,
    })),
  });

@Resolver(() => ReviewType)
export class ReviewResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => ReviewConnectionType, { description: "What the compliance cell thinks of use cases." })
  useCaseReviews(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<ReviewType>> {
    return this.desk.list(actor, "Review", this.desk.ports.reviews, args, reviewView(this.desk.today()));
  }

  @Query(() => ReviewType, { nullable: true })
  async useCaseReview(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<ReviewType | null> {
    const found = await this.desk.one(actor, "Review", this.desk.ports.reviews, id);
    return found === null ? null : reviewView(this.desk.today())(found);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() of: ReviewType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.organisation(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true })
  useCase(@Parent() of: ReviewType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.useCase(loaders, actor, of.useCaseId);
  }
}
