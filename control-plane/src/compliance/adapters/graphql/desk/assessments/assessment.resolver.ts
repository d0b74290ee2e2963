import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import type { Assessment } from "../../../../domain/desk/assessments/assessment.js";
import { concludeAssessment } from "../../../../use-cases/desk/assessments/conclude-assessment.use-case.js";
import { draftAssessment } from "../../../../use-cases/desk/assessments/draft-assessment.use-case.js";
import { questionAssessment } from "../../../../use-cases/desk/assessments/question-assessment.use-case.js";
import { answersOf } from "./assessment-answers.js";
import { DraftAssessmentFields, QuestionAssessmentFields } from "./assessment.inputs.js";
import { AssessmentConnectionType, AssessmentResult, AssessmentType } from "./assessment.types.js";
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

  @Mutation(() => AssessmentResult, { description: "Answers the draft that is under way, or opens the next edition." })
  draftAssessment(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => DraftAssessmentFields }) input: DraftAssessmentFields,
  ) {
    const { useCaseId, reference, reviewOn } = input;
    const given = { useCaseId, reference, reviewOn, ...answersOf(input) };
    return this.desk.run(actor, draftAssessment(this.desk.ports), given, assessmentView);
  }

  @Mutation(() => AssessmentResult, {
    description: "By somebody else than who drafted it; guards and rules read what follows.",
  })
  concludeAssessment(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("version", { type: () => Int }) version: number,
  ) {
    return this.desk.run(actor, concludeAssessment(this.desk.ports), { id, version }, assessmentView);
  }

  @Mutation(() => AssessmentResult, { description: "The compliance cell asks for another edition." })
  questionAssessment(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => QuestionAssessmentFields }) input: QuestionAssessmentFields,
  ) {
    return this.desk.run(actor, questionAssessment(this.desk.ports), input, assessmentView);
  }
}
