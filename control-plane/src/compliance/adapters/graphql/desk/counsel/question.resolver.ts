import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../../registry/index.js";
import { OrganisationType } from "../../../../../tenancy/index.js";
import type { DoctrineNote, Question } from "../../../../domain/desk/counsel/question.js";
import { DoctrineNoteConnectionType, DoctrineNoteType, QuestionConnectionType, QuestionType } from "./counsel.types.js";
import { DeskDoor } from "../desk-door.js";
import { DeskLinks } from "../desk-links.js";
import { DeskListArgs } from "../desk-list.inputs.js";

export const questionView =
  (today: string) =>
  ({ askedBy, answeredBy, ...question }: Question): QuestionType => ({
    ...question,
    late: question.state === "open" && question.dueOn < today,
    askedByRef: askedBy,
    answeredByRef: answeredBy,
  });
export const doctrineView = ({ publishedBy: _by, ...note }: DoctrineNote): DoctrineNoteType => note;

@Resolver(() => QuestionType)
export class QuestionResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => QuestionConnectionType)
  complianceQuestions(
    @CurrentActor() actor: PersonActor,
    @Args() args: DeskListArgs,
  ): Promise<Connection<QuestionType>> {
    return this.desk.list(actor, "Question", this.desk.ports.questions, args, questionView(this.desk.today()));
  }

  @Query(() => QuestionType, { nullable: true })
  async complianceQuestion(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<QuestionType | null> {
    const found = await this.desk.one(actor, "Question", this.desk.ports.questions, id);
    return found === null ? null : questionView(this.desk.today())(found);
  }

  @Query(() => DoctrineNoteConnectionType, { description: "What the compliance cell answered for everybody." })
  doctrine(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<DoctrineNoteType>> {
    return this.desk.list(actor, null, this.desk.ports.doctrine, args, doctrineView);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  organisation(@Parent() of: QuestionType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.organisation(loaders, actor, of.organisationId);
  }

  @ResolveField(() => UseCaseType, { nullable: true })
  useCase(@Parent() of: QuestionType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.useCase(loaders, actor, of.useCaseId);
  }

  @ResolveField(() => String)
  askedBy(@Parent() of: QuestionType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.askedByRef);
  }

  @ResolveField(() => String, { nullable: true })
  answeredBy(@Parent() of: QuestionType, @CurrentActor() actor: PersonActor, @Loaders() loaders: RequestLoaders) {
    return this.links.name(loaders, actor, of.answeredByRef);
  }
}
