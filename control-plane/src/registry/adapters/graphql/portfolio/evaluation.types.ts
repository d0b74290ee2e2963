import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import {
  EVALUATION_STATES,
  INTERVAL_METHODS,
  VERDICTS,
  type EvaluationState,
  type Metric,
  type Verdict,
} from "../../../domain/evaluations/evaluation.js";
import { UseCaseType } from "../use-case.types.js";

export const EvaluationStateEnum = graphqlEnum("EvaluationState", EVALUATION_STATES);
const VerdictEnum = graphqlEnum("Verdict", VERDICTS);
const IntervalMethodEnum = graphqlEnum("IntervalMethod", INTERVAL_METHODS);

@ObjectType("EvaluationMetric")
class EvaluationMetricType {
  @Field(() => String) name!: string;
  @Field(() => Float) value!: number;
  @Field(() => String, { description: "`%` for a share." }) unit!: string;
  @Field(() => Float, { nullable: true }) low!: number | null;
  @Field(() => Float, { nullable: true }) high!: number | null;
  @Field(() => Float, { nullable: true, description: "Of the interval, between 0 and 1." }) confidence!: number | null;
  @Field(() => IntervalMethodEnum, { description: "WILSON: computed from the share and its sample." })
  intervalMethod!: Metric["intervalMethod"];
  @Field(() => Int, { nullable: true }) sample!: number | null;
  @Field(() => String, { nullable: true }) source!: string | null;
}

@ObjectType("Evaluation")
export class EvaluationType {
  @Field(() => ID) id!: string;
  @Field(() => String) protocol!: string;
  @Field(() => String) body!: string;
  @Field(() => Boolean) independent!: boolean;
  @Field(() => String, { nullable: true }) sample!: string | null;
  @Field(() => [EvaluationMetricType]) metrics!: readonly EvaluationMetricType[];
  @Field(() => VerdictEnum, { nullable: true }) verdict!: Verdict | null;
  @Field(() => String, { nullable: true }) summary!: string | null;
  @Field(() => String, { nullable: true }) publicationUrl!: string | null;
  @Field(() => EvaluationStateEnum) state!: EvaluationState;
  @Field(() => Date) plannedAt!: Date;
  @Field(() => Date, { nullable: true }) publishedAt!: Date | null;
  useCaseId!: string;
}

export const EvaluationConnectionType = connectionType("Evaluation", EvaluationType);

export const DueEvaluationConnectionType = connectionType(
  "DueEvaluation",
  UseCaseType,
  "Use cases by the day on which they are evaluated again.",
);

export const EvaluationResult = resultUnion("EvaluationResult", EvaluationType);
