import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { SortDirection, connectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { NEED_PROFILES, type NeedProfile } from "../../domain/need/capacity-need.js";
import type { SubmissionState } from "../../domain/submission/submission-state.js";
import { NEED_SORT_FIELDS, type NeedSortField } from "../../ports/capacity-catalogue.port.js";
import { FieldValueType, SubmissionStateEnum } from "./submission.types.js";

const NeedProfileEnum = graphqlEnum("NeedProfile", NEED_PROFILES);
const NeedSortFieldEnum = graphqlEnum("CapacityNeedSortField", NEED_SORT_FIELDS);

@ObjectType("NeedQuantity", { description: "Requests a day, or GPU-hours of the quarter for training." })
export class NeedQuantityType {
  @Field(() => String) quarter!: string;
  @Field(() => Float) low!: number;
  @Field(() => Float) likely!: number;
  @Field(() => Float) high!: number;
}

@ObjectType("CapacityNeed", { description: "Compute that a ministry asks for." })
export class CapacityNeedType {
  @Field(() => ID) id!: string;
  @Field(() => String) reference!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: "Slug of the use case." }) useCase!: string | null;
  @Field(() => NeedProfileEnum) profile!: NeedProfile;
  @Field(() => String) model!: string;
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => Int, { description: "1 is served first." }) criticality!: number;
  @Field(() => Float, { description: "Percent that may run at night." }) batchablePercent!: number;
  @Field(() => String) justification!: string;
  @Field(() => [NeedQuantityType]) quantities!: readonly NeedQuantityType[];
  @Field(() => [FieldValueType], { description: "Every field of the template, in its order." })
  values!: readonly FieldValueType[];
  @Field(() => SubmissionStateEnum) state!: SubmissionState;
  @Field(() => Int) version!: number;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) updatedAt!: Date;
  @Field(() => Float) completeness!: number;
  campaignId!: string;
  organisationId!: string;
  declaredBy!: string;
}

export const CapacityNeedConnectionType = connectionType("CapacityNeed", CapacityNeedType);

@InputType("CapacityNeedFilter")
export class NeedFilterInput {
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => [SubmissionStateEnum], { nullable: true }) state?: SubmissionState[] | null;
  @Field(() => [Int], { nullable: true }) criticality?: number[] | null;
}

@InputType("CapacityNeedSort")
export class NeedSortInput {
  @Field(() => NeedSortFieldEnum) field!: NeedSortField;
  @Field(() => SortDirection) direction!: SortDirection;
}

export const CapacityNeedResult = resultUnion("CapacityNeedResult", CapacityNeedType);
