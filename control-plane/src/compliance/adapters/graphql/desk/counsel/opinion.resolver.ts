import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor } from "../../../../../platform/graphql/current-actor.decorator.js";
import { actorMay } from "../../../../../tenancy/index.js";
import type { Opinion } from "../../../../domain/desk/counsel/opinion.js";
import { adoptOpinion } from "../../../../use-cases/desk/counsel/adopt-opinion.use-case.js";
import { publishOpinion } from "../../../../use-cases/desk/counsel/publish-opinion.use-case.js";
import { recordOpinion } from "../../../../use-cases/desk/counsel/record-opinion.use-case.js";
import { DeskDoor } from "../desk-door.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import {
  AdoptOpinionFields,
  FigureType,
  OpinionConnectionType,
  OpinionResult,
  OpinionType,
  RecordOpinionFields,
} from "./opinion.types.js";

const opinionView = ({ recordedBy: _by, ...opinion }: Opinion): OpinionType => opinion;

@Resolver(() => OpinionType)
export class OpinionResolver {
  constructor(@Inject(DeskDoor) private readonly desk: DeskDoor) {}

  @Query(() => OpinionConnectionType, {
    description: "Published ones for everybody, drafts for those who see the State.",
  })
  committeeOpinions(@CurrentActor() actor: PersonActor, @Args() args: DeskListArgs): Promise<Connection<OpinionType>> {
    return this.desk.list(actor, "Opinion", this.desk.ports.opinions, args, opinionView);
  }

  @Query(() => [FigureType], { description: "Counts over what this person sees; the committee's material." })
  async complianceFigures(@CurrentActor() actor: PersonActor): Promise<readonly FigureType[]> {
    if (!actorMay(actor, "read", "Opinion")) return [];
    return this.desk.read(actor, (ctx) => this.desk.ports.directory.figures(ctx, this.desk.today()));
  }

  @Mutation(() => OpinionResult)
  recordOpinion(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => RecordOpinionFields }) input: RecordOpinionFields,
  ) {
    return this.desk.create(actor, recordOpinion(this.desk.ports), this.desk.ports.opinions, input, opinionView);
  }

  @Mutation(() => OpinionResult)
  adoptOpinion(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => AdoptOpinionFields }) input: AdoptOpinionFields,
  ) {
    return this.desk.run(actor, adoptOpinion(this.desk.ports), input, opinionView);
  }

  @Mutation(() => OpinionResult)
  publishOpinion(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
    @Args("version", { type: () => Int }) version: number,
  ) {
    return this.desk.run(actor, publishOpinion(this.desk.ports), { id, version }, opinionView);
  }
}
