import { Inject } from "@nestjs/common";
import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import { CurrentActor, Loaders } from "../../../../platform/graphql/current-actor.decorator.js";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { UseCaseType } from "../../../../registry/index.js";
import { explicitMention } from "../../../domain/desk/registers/explicit-mention.js";
import { REGISTER_NOTES, type RegisterNote } from "../../../domain/desk/registers/register-format.js";
import { REGISTER_IDS, REGISTERS, type RegisterId } from "../../../domain/desk/registers/registers.js";
import {
  exportRegister,
  REGISTER_FILE_FORMATS,
  type RegisterFileFormat,
} from "../../../use-cases/desk/registers/export-register.js";
import { mentionFacts } from "../../../use-cases/desk/registers/register-entry-of.js";
import { DeskDoor } from "./desk-door.js";
import { DeskLinks } from "./desk-links.js";

const RegisterIdEnum = graphqlEnum("PublicRegister", REGISTER_IDS);
const RegisterNoteEnum = graphqlEnum("RegisterNote", REGISTER_NOTES);
const RegisterFileFormatEnum = graphqlEnum("RegisterFileFormat", REGISTER_FILE_FORMATS);

@ObjectType("RegisterGap", { description: "A use case that belongs in a register and lacks what it requires." })
class RegisterGapType {
  @Field(() => ID) useCaseId!: string;
  @Field(() => String) name!: string;
  @Field(() => [String], { description: "Columns, by the register's own names." }) columns!: readonly string[];
}

@ObjectType("NotedUseCase", { description: "A use case that concerns a register, said beside its file." })
class NotedUseCaseType {
  @Field(() => ID) useCaseId!: string;
  @Field(() => String) name!: string;
  @Field(() => RegisterNoteEnum) note!: RegisterNote;
}

@ObjectType("RegisterExport")
class RegisterExportType {
  @Field(() => String) title!: string;
  @Field(() => String, { description: "Name and version of the standard." }) standard!: string;
  @Field(() => String) fileName!: string;
  @Field(() => String) mediaType!: string;
  @Field(() => String) text!: string;
  @Field(() => Int) entries!: number;
  @Field(() => [RegisterGapType]) missing!: readonly RegisterGapType[];
  @Field(() => [NotedUseCaseType]) notes!: readonly NotedUseCaseType[];
}

@ObjectType("ExplicitMention", { description: "Of article L.311-3-1 of the CRPA, in French." })
class ExplicitMentionType {
  @Field(() => String) text!: string;
  @Field(() => [String], { description: "What is told to whoever asks." }) onRequest!: readonly string[];
  @Field(() => [String], { description: "Fields that the record lacks." }) missing!: readonly string[];
}

@Resolver(() => UseCaseType)
export class RegisterResolver {
  constructor(
    @Inject(DeskDoor) private readonly desk: DeskDoor,
    @Inject(DeskLinks) private readonly links: DeskLinks,
  ) {}

  @Query(() => RegisterExportType, { description: "Of the use cases that this person sees." })
  async registerExport(
    @CurrentActor() actor: PersonActor,
    @Args("register", { type: () => RegisterIdEnum }) register: RegisterId,
    @Args("format", { type: () => RegisterFileFormatEnum }) format: RegisterFileFormat,
  ): Promise<RegisterExportType> {
    const { title, standard } = REGISTERS[register];
    const file = await this.desk.read(actor, (ctx) => exportRegister(this.desk.ports, ctx, register, format));
    return { title, standard, ...file };
  }

  @ResolveField(() => ExplicitMentionType, {
    nullable: true,
    description: "Null where no individual decision is taken with it.",
  })
  async explicitMention(
    @Parent() of: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<ExplicitMentionType | null> {
    const body = await this.links.organisation(loaders, actor, of.organisationId);
    return explicitMention(mentionFacts(of, body?.name ?? ""));
  }
}
