import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { SHADOW_TOOL_STATES, type ShadowTool } from "../../../domain/portfolio/shadow-tool.js";
import { TRAINING_STATES, type TrainingDeclaration } from "../../../domain/portfolio/training.js";

export const ShadowToolStateEnum = graphqlEnum("ShadowToolState", SHADOW_TOOL_STATES);
export const TrainingStateEnum = graphqlEnum("TrainingState", TRAINING_STATES);

@ObjectType("ShadowTool", { description: "A tool that agents use outside any frame; nobody is named." })
export class ShadowToolType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) vendor!: string;
  @Field(() => String) vendorCountry!: string;
  @Field(() => String) purpose!: string;
  @Field(() => Int, { nullable: true }) agents!: number | null;
  @Field(() => String, { nullable: true, description: "What the AI cell answered." }) answer!: string | null;
  @Field(() => ShadowToolStateEnum) state!: ShadowTool["state"];
  @Field(() => Date) declaredAt!: Date;
  organisationId!: string;
  alternativeId!: string | null;
}

@ObjectType("TrainingDeclaration")
export class TrainingType {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field(() => String) programme!: string;
  @Field(() => String) audience!: string;
  @Field(() => Int) trained!: number;
  @Field(() => Int, { nullable: true }) target!: number | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => TrainingStateEnum) state!: TrainingDeclaration["state"];
  @Field(() => Date) declaredAt!: Date;
  @Field(() => Int) version!: number;
  organisationId!: string;
}

@ObjectType("TrainingTotal", { description: "Agents trained by a ministry, and all that stands below it, in a year." })
export class TrainingTotalType {
  @Field(() => Int) year!: number;
  @Field(() => Int) trained!: number;
  @Field(() => Int, { nullable: true, description: "Of the programmes that set one." }) target!: number | null;
  @Field(() => Float, { nullable: true, description: "Of those targets, in percent." }) reachedPercent!: number | null;
  @Field(() => Int, { description: "Trained, as far as somebody vouched for the count." }) validated!: number;
  organisationId!: string;
}

export const ShadowToolConnectionType = connectionType("ShadowTool", ShadowToolType);

export const TrainingConnectionType = connectionType("Training", TrainingType);

export const ShadowToolResult = resultUnion("ShadowToolResult", ShadowToolType);
export const TrainingResult = resultUnion("TrainingResult", TrainingType);
