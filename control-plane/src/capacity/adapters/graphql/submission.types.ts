import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { JsonScalar } from "../../../platform/graphql/json.scalar.js";
import { ConditionType } from "../../../platform/graphql/refusal.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { SUBMISSION_STEPS, type SubmissionStep } from "../../domain/submission/submission.js";
import { SUBMISSION_STATES, type SubmissionState } from "../../domain/submission/submission-state.js";
import type { FieldValue } from "../../domain/template/template-field.js";

export const SubmissionStateEnum = graphqlEnum("SubmissionState", SUBMISSION_STATES);
export const SubmissionStepEnum = graphqlEnum("SubmissionStep", SUBMISSION_STEPS);

@ObjectType("FieldValue", { description: "A value by its key in the template." })
export class FieldValueType {
  @Field(() => String) field!: string;
  @Field(() => JsonScalar, { nullable: true }) value!: FieldValue;
}

@ObjectType("SubmissionEvent")
export class SubmissionEventType {
  @Field(() => Date) at!: Date;
  @Field(() => SubmissionStateEnum, { nullable: true }) from!: SubmissionState | null;
  @Field(() => SubmissionStateEnum) to!: SubmissionState;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) reason!: string | null;
  by!: string;
}

@ObjectType("SubmissionComment")
export class SubmissionCommentType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => Int, { description: "The version that it speaks of." }) version!: number;
  @Field(() => String, { nullable: true, description: "Reference of the line that it speaks of." })
  line!: string | null;
  @Field(() => String, { nullable: true, description: "Key of the field that it speaks of." }) field!: string | null;
  @Field(() => String) body!: string;
  by!: string;
}

@ObjectType("SubmissionOption", { description: "A step that the state allows, and whether this person may take it." })
export class SubmissionOptionType {
  @Field(() => SubmissionStepEnum) step!: SubmissionStep;
  @Field(() => SubmissionStateEnum) to!: SubmissionState;
  @Field(() => Boolean) allowed!: boolean;
  @Field(() => String, { nullable: true, description: "Why not, in English; the console translates `reasonCode`." })
  reason!: string | null;
  @Field(() => String, { nullable: true }) reasonCode!: string | null;
  @Field(() => [ConditionType]) conditions!: readonly ConditionType[];
}

@ObjectType("FieldDifference")
export class FieldDifferenceType {
  @Field(() => String) field!: string;
  @Field(() => JsonScalar, { nullable: true }) before!: FieldValue;
  @Field(() => JsonScalar, { nullable: true }) after!: FieldValue;
}

@ObjectType("RecordDifference", { description: "A line, or a need, that differs between two versions." })
export class RecordDifferenceType {
  @Field(() => String, { nullable: true, description: "Reference of the line; null for a need." }) line!: string | null;
  @Field(() => String, { description: "added, removed or changed" }) presence!: string;
  @Field(() => [FieldDifferenceType]) fields!: readonly FieldDifferenceType[];
}

export const CommentResult = resultUnion("CommentResult", SubmissionCommentType, [
  "InvalidInput",
  "Forbidden",
  "NotFound",
]);
