import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import type { Assessment } from "../../../../domain/desk/assessments/assessment.js";
import { AssessmentConnectionType, AssessmentType } from "./assessment.types.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";

export const assessmentView = ({ draftedBy, concludedBy, ...assessment }: Assessment): AssessmentType => ({
  ...assessment,
  draftedByRef: draftedBy,
  concludedByRef: concludedBy,
});

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => AssessmentConnectionType, { description: "Editions of all kinds." })
  assessments(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<AssessmentType>> {
    return this.desk.list(actor, "Assessment", this.desk.ports.assessments, args, assessmentView);
  }

  @Query(() => AssessmentType, { nullable: true })
  async assessment(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<AssessmentType | null> {
    const found = await this.desk.one(actor, "Assessment", this.desk.ports.assessments, id);
    return found === null ? null : assessmentView(found);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() of: AssessmentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.organisation(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true })
  useCase(@Parent() of: AssessmentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.useCase(loaders, actor, of.useCaseId);
  }

  @ResolveField(() => String)
  draftedBy(@Parent() of: AssessmentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.draftedByRef);
  }

  @ResolveField(() => String, { nullable: true })
  concludedBy(@Parent() of: AssessmentType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.concludedByRef);
  }
}
