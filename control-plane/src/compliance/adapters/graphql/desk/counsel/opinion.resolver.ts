import { Inject } from "@nestjs/common";
import type { Connection } from "../../../../../platform/graphql/cursor.js";
import { Args, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../../kernel/actor.js";
import { CurrentActor } from "../../../../../platform/graphql/current-actor.decorator.js";
import { actorMay } from "../../../../../tenancy/index.js";
import type { Opinion } from "../../../../domain/desk/counsel/opinion.js";
import { DeskDoor } from "../desk-door.js";
import { DeskListArgs } from "../desk-list.inputs.js";
import { FigureType, OpinionConnectionType, OpinionType } from "./opinion.types.js";

export const opinionView = ({ recordedBy: _by, ...opinion }: Opinion): OpinionType => opinion;

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
}
