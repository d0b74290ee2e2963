import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { SortDirection, connectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import type { SubmissionState } from "../../domain/submission/submission-state.js";
import {
  DECLARATION_SORT_FIELDS,
  LINE_SORT_FIELDS,
  type DeclarationSortField,
  type LineSortField,
} from "../../ports/capacity-catalogue.port.js";
import { FieldValueType, SubmissionStateEnum } from "./submission.types.js";

const LineSortFieldEnum = graphqlEnum("CapacityLineSortField", LINE_SORT_FIELDS);
const DeclarationSortFieldEnum = graphqlEnum("CapacityDeclarationSortField", DECLARATION_SORT_FIELDS);

@ObjectType("OverCommitment", { description: "Who answers for GPUs promised twice, and why." })
export class OverCommitmentType {
  @Field(() => String) reason!: string;
  approvedBy!: string;
}

@ObjectType("CapacityLine", { description: "GPUs of one kind in one place." })
export class CapacityLineType {
  @Field(() => ID) id!: string;
  @Field(() => String) reference!: string;
  @Field(() => String) site!: string;
  @Field(() => String) hosting!: string;
  @Field(() => String) gpuType!: string;
  @Field(() => Int) gpuCount!: number;
  @Field(() => Int, { description: "GPUs that others may use at once." }) offeredGpus!: number;
  @Field(() => Int) keptGpus!: number;
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => [FieldValueType], { description: "Every field of the template, in its order." })
  values!: readonly FieldValueType[];
  declarationId!: string;
  organisationId!: string;
}

export const CapacityLineConnectionType = connectionType("CapacityLine", CapacityLineType);

@ObjectType("CapacityDeclaration", { description: "What an organisation declares in a campaign." })
export class CapacityDeclarationType {
  @Field(() => ID) id!: string;
  @Field(() => SubmissionStateEnum) state!: SubmissionState;
  @Field(() => Int) version!: number;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date) updatedAt!: Date;
  @Field(() => Int) lineCount!: number;
  @Field(() => Int) gpuCount!: number;
  @Field(() => Float, { description: "Share of the fields that its lines fill, 0 to 1." }) completeness!: number;
  @Field(() => OverCommitmentType, { nullable: true }) overCommitment!: OverCommitmentType | null;
  @Field(() => ID, { nullable: true, description: "The accepted declaration that it replaces once accepted." })
  supersedes!: string | null;
  campaignId!: string;
  organisationId!: string;
  declaredBy!: string;
}

export const CapacityDeclarationConnectionType = connectionType("CapacityDeclaration", CapacityDeclarationType);

@InputType("CapacityDeclarationFilter")
export class DeclarationFilterInput {
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => [SubmissionStateEnum], { nullable: true }) state?: SubmissionState[] | null;
}

@InputType("CapacityDeclarationSort")
export class DeclarationSortInput {
  @Field(() => DeclarationSortFieldEnum) field!: DeclarationSortField;
  @Field(() => SortDirection) direction!: SortDirection;
}

@InputType("CapacityLineFilter")
export class LineFilterInput {
  @Field(() => ID, { nullable: true }) campaignId?: string | null;
  @Field(() => ID, { nullable: true }) declarationId?: string | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => [String], { nullable: true }) gpuType?: string[] | null;
}

@InputType("CapacityLineSort")
export class LineSortInput {
  @Field(() => LineSortFieldEnum) field!: LineSortField;
  @Field(() => SortDirection) direction!: SortDirection;
}

export const CapacityDeclarationResult = resultUnion("CapacityDeclarationResult", CapacityDeclarationType);
