import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import type { FunctionDomain } from "../../../domain/dossier/dossier.js";
import { SCORE_STATES, type SelectionScore } from "../../../domain/selection/selection-score.js";
import { FunctionDomainEnum } from "../dossier/dossier.types.js";

const ScoreStateEnum = graphqlEnum("SelectionScoreState", SCORE_STATES);

@InputType("CriteriaInput")
@ObjectType("Criteria", { description: "The four criteria of the common method: weights, marks of 0 to 5, or points." })
export class CriteriaType {
  @Field(() => Float) impact!: number;
  @Field(() => Float) generalisability!: number;
  @Field(() => Float) agentEffects!: number;
  @Field(() => Float) userEffects!: number;
}

@ObjectType("SelectionWeights")
export class SelectionWeightsType {
  @Field(() => Int) version!: number;
  @Field(() => CriteriaType) weights!: CriteriaType;
  @Field(() => Float) transversalBonus!: number;
  @Field(() => [FunctionDomainEnum]) transversalDomains!: readonly FunctionDomain[];
  @Field(() => Date) setAt!: Date;
  @Field(() => String) reason!: string;
}

@ObjectType("SelectionScore")
export class SelectionScoreType {
  @Field(() => ID) id!: string;
  @Field(() => CriteriaType) marks!: CriteriaType;
  @Field(() => String) rationale!: string;
  @Field(() => ScoreStateEnum) state!: SelectionScore["state"];
  @Field(() => Date) scoredAt!: Date;
}

@ObjectType("RankedUseCase")
export class RankedUseCaseType {
  @Field(() => Int, { description: "Equals share a rank." }) rank!: number;
  @Field(() => CriteriaType, { description: "Points of each criterion; 100 in all at most." }) points!: CriteriaType;
  @Field(() => Float, { description: "Points of a transversal function." }) bonus!: number;
  @Field(() => Float, { description: "Sum of points and bonus." }) total!: number;
  useCaseId!: string;
}

@ObjectType("SelectionRanking", { description: "Last final marks, best first, under one version of the weights." })
export class SelectionRankingType {
  @Field(() => SelectionWeightsType) weights!: SelectionWeightsType;
  @Field(() => [RankedUseCaseType]) rows!: RankedUseCaseType[];
}

export const SelectionScoreResult = resultUnion("SelectionScoreResult", SelectionScoreType);
export const SelectionWeightsResult = resultUnion("SelectionWeightsResult", SelectionWeightsType);
