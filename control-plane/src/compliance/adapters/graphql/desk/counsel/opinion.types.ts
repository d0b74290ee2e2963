import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import { OPINION_STATES, type Opinion } from "../../../../domain/desk/counsel/opinion.js";

const OpinionStateEnum = graphqlEnum("OpinionState", OPINION_STATES);

@ObjectType("ComplianceFigure", { description: "A count over the whole State." })
export class FigureType {
  @Field(() => String) name!: string;
  @Field(() => Int) value!: number;
}

@ObjectType("Votes")
export class VotesType {
  @Field(() => Int) for!: number;
  @Field(() => Int) against!: number;
  @Field(() => Int) abstained!: number;
}

@ObjectType("CommitteeOpinion", { description: "Of the scientific and ethics committee." })
export class OpinionType {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => String) title!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) text!: string;
  @Field(() => [FigureType], { description: "As they stood when it was recorded." }) figures!: readonly FigureType[];
  @Field(() => VotesType, { nullable: true }) votes!: VotesType | null;
  @Field(() => String, { nullable: true }) adoptedOn!: string | null;
  @Field(() => OpinionStateEnum) state!: Opinion["state"];
  @Field(() => Date) recordedAt!: Date;
  @Field(() => Date, { nullable: true }) publishedAt!: Date | null;
  @Field(() => Int) version!: number;
}

export const OpinionConnectionType = connectionType("CommitteeOpinion", OpinionType);

export const OpinionResult = resultUnion("CommitteeOpinionResult", OpinionType);
