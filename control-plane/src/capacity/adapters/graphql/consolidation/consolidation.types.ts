import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { REPORT_PARTS, type ReportPart } from "../../../domain/consolidation/consolidation-comment.js";
import { CONSOLIDATION_STATES, type ConsolidationState } from "../../../domain/consolidation/consolidation-life.js";
import { GpuRangeType } from "../sizing/sizing.types.js";

const ConsolidationStateEnum = graphqlEnum("ConsolidationState", CONSOLIDATION_STATES);

@ObjectType("Consolidation", { description: "A campaign's needs against its capacities, as everything stood once." })
export class ConsolidationType {
  @Field(() => ID) id!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => ConsolidationStateEnum) state!: ConsolidationState;
  @Field(() => Float, { description: "0 to 1." }) progress!: number;
  @Field(() => String, { nullable: true, description: "SHA-256 of the canonical JSON of all it was computed from." })
  inputDigest!: string | null;
  @Field(() => String, { nullable: true }) reportDigest!: string | null;
  @Field(() => String, { nullable: true }) failure!: string | null;
  @Field(() => Date) requestedAt!: Date;
  @Field(() => Date, { nullable: true }) computedAt!: Date | null;
  @Field(() => Date, { nullable: true }) publishedAt!: Date | null;
  @Field(() => Int) version!: number;
}

@ObjectType("ConsolidatedNeed", { description: "One quarter of one need." })
export class ConsolidatedNeedType {
  @Field(() => ID) needId!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => String) reference!: string;
  @Field(() => String) quarter!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
  @Field(() => Int) criticality!: number;
  @Field(() => Int) low!: number;
  @Field(() => Int) likely!: number;
  @Field(() => Int) high!: number;
  @Field(() => Int, { description: "Fewest GPUs of any use: one replica." }) minUseful!: number;
  @Field(() => Float) granted!: number;
  @Field(() => Float) unmet!: number;
  @Field(() => String) basis!: string;
  @Field(() => String) method!: string;
}

export const ConsolidatedNeedConnectionType = connectionType("ConsolidatedNeed", ConsolidatedNeedType);

@ObjectType("SupplierClass")
class SupplierClassType {
  @Field(() => String) gpuType!: string;
  @Field(() => String) zone!: string;
}

@ObjectType("SupplierRow", { description: "GPUs asked for by at least three ministries together." })
class SupplierRowType {
  @Field(() => String) quarter!: string;
  @Field(() => [SupplierClassType]) classes!: readonly SupplierClassType[];
  @Field(() => Int) ministries!: number;
  @Field(() => GpuRangeType) demand!: GpuRangeType;
  @Field(() => Float, { nullable: true, description: "null where too few ministries lack GPUs." }) unmet!:
    number | null;
}

@ObjectType("SupplierVersion", { description: "What suppliers may read." })
export class SupplierVersionType {
  @Field(() => [SupplierRowType]) rows!: readonly SupplierRowType[];
  @Field(() => String) rule!: string;
  @Field(() => Boolean, { description: "Some demand is of too few ministries to be told at all." }) withheld!: boolean;
}

@InputType("ConsolidationStepInput")
export class ConsolidationStepFields {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

const ReportPartEnum = graphqlEnum("ReportPart", REPORT_PARTS);

@ObjectType("ConsolidationComment", { description: "A remark on what was computed." })
export class ConsolidationCommentType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  by!: string;
  @Field(() => ReportPartEnum, { nullable: true, description: "null for the whole." }) part!: ReportPart | null;
  @Field(() => String) body!: string;
}

export const ConsolidationCommentConnectionType = connectionType("ConsolidationComment", ConsolidationCommentType);

@InputType("CommentOnConsolidationInput")
export class CommentOnConsolidationFields {
  @Field(() => ID) id!: string;
  @Field(() => ReportPartEnum, { nullable: true }) part?: ReportPart | null;
  @Field(() => String) body!: string;
}

export const ConsolidationCommentResult = resultUnion("ConsolidationCommentResult", ConsolidationCommentType);
export const ConsolidationResult = resultUnion("ConsolidationResult", ConsolidationType);
