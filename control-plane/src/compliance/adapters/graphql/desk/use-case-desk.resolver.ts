import { Inject } from "@nestjs/common";
import { Parent, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../registry/index.js";
import { dutiesOf } from "../../../domain/desk/assessments/ai-act-duties.js";
import { ASSESSMENT_KINDS } from "../../../domain/desk/assessments/assessment.js";
import { standingOf } from "../../../domain/desk/assessments/requirement.js";
import { assessedFacts, dutyFacts } from "../../../use-cases/desk/assessments/assessed-use-case.js";
import { assessmentView } from "./assessments/assessment.resolver.js";
import { AiActDutyType, AssessmentStatusType } from "./assessments/assessment.types.js";
import { derogationView } from "./derogations/derogation.resolver.js";
import { DerogationType } from "./derogations/derogation.types.js";
import { DeskDoor } from "./desk-door.js";
import { incidentView } from "./incidents/incident.resolver.js";
import { IncidentType } from "./incidents/incident.types.js";
import { reviewView } from "./counsel/review.resolver.js";
import { ReviewType } from "./counsel/review.types.js";

/** What the desk adds to a use case. */
@Resolver(() => UseCaseType)
export class UseCaseDeskResolver {
  constructor(@Inject(DeskDoor) private readonly desk: DeskDoor) {}

  @ResolveField(() => [AssessmentStatusType], { description: "One for each kind." })
  async assessmentStatus(
    @Parent() of: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly AssessmentStatusType[]> {
    const all = await this.editions(of, actor, loaders);
    const facts = assessedFacts(of);
    return ASSESSMENT_KINDS.map((kind) => {
      const editions = all.filter((each) => each.kind === kind).toSorted((a, b) => b.edition - a.edition);
      const standing = standingOf(kind, facts, editions, this.desk.today());
      return { kind, standing, editions: editions.map(assessmentView) };
    });
  }

  @ResolveField(() => [AiActDutyType], { description: "Soonest first; empty before the screening." })
  async aiActDuties(
    @Parent() of: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<readonly AiActDutyType[]> {
    const facts = dutyFacts(of, await this.editions(of, actor, loaders));
    return facts === null ? [] : dutiesOf(facts, this.desk.today());
  }

  @ResolveField(() => [ReviewType], { description: "Newest first." })
  async reviews(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    const found = await this.desk.ofUseCase(loaders, actor, "Review", this.desk.ports.reviews, of.id);
    return found.map(reviewView(this.desk.today()));
  }

  @ResolveField(() => [DerogationType], { description: "Newest first." })
  async derogations(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    const found = await this.desk.ofUseCase(loaders, actor, "Derogation", this.desk.ports.derogations, of.id);
    return found.map(derogationView(this.desk.today()));
  }

  @ResolveField(() => [IncidentType], { description: "Newest first." })
  async incidents(@Parent() of: UseCaseType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    const found = await this.desk.ofUseCase(loaders, actor, "Incident", this.desk.ports.incidents, of.id);
    return found.map(incidentView(this.desk.now()));
  }

  private editions(of: UseCaseType, actor: PersonActor, loaders: RequestLoaders) {
    return this.desk.ofUseCase(loaders, actor, "Assessment", this.desk.ports.assessments, of.id);
  }
}
