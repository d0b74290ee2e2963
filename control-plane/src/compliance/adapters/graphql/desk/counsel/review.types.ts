import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import { REVIEW_OPINIONS, REVIEW_STATES, type Review } from "../../../../domain/desk/counsel/review.js";

const ReviewOpinionEnum = graphqlEnum("ReviewOpinion", REVIEW_OPINIONS);
const ReviewStateEnum = graphqlEnum("ReviewState", REVIEW_STATES);

@ObjectType("ReviewCondition")
export class ReviewConditionType {
  @Field(() => ID) id!: string;
  @Field(() => String) text!: string;
  @Field(() => String, { description: "A day, such as 2026-09-30." }) dueOn!: string;
  @Field(() => String, { nullable: true, description: "Day on which it was found met." }) metOn!: string | null;
  @Field(() => String, { nullable: true, description: "What shows it." }) proof!: string | null;
  @Field(() => Boolean, { description: "It waits, and its day is past." }) late!: boolean;
}

@ObjectType("UseCaseReview")
export class ReviewType {
  @Field(() => ID) id!: string;
  @Field(() => ReviewOpinionEnum) opinion!: Review["opinion"];
  @Field(() => String) summary!: string;
  @Field(() => [ReviewConditionType]) conditions!: readonly ReviewConditionType[];
  @Field(() => ReviewStateEnum) state!: Review["state"];
  @Field(() => Date) reviewedAt!: Date;
  @Field(() => Int) version!: number;
  organisationId!: string;
  useCaseId!: string;
}

export const ReviewConnectionType = connectionType("UseCaseReview", ReviewType);

export const ReviewResult = resultUnion("UseCaseReviewResult", ReviewType);
