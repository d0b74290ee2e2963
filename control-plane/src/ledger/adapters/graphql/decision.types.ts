import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { RequestSummaryType } from "./request.types.js";

@ObjectType("Stage")
export class StageType {
  @Field(() => String) name!: string;
  @Field(() => Float) ms!: number;
}

@ObjectType("LegalText")
export class LegalTextType {
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) url!: string | null;
}

@ObjectType("RuleReason")
export class RuleReasonType {
  @Field(() => String) rule!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) effect!: string;
  @Field(() => String) code!: string;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
  @Field(() => [LegalTextType]) legal!: readonly LegalTextType[];
  @Field(() => Boolean) derogable!: boolean;
  @Field(() => String, { nullable: true, description: "Why it decides nothing: shadow or derogation." })
  silenced?: "shadow" | "derogation" | null;
}

@ObjectType("PoolVerdict")
export class PoolVerdictType {
  @Field(() => ID) poolId!: string;
  @Field(() => String) poolName!: string;
  @Field(() => Boolean) eligible!: boolean;
  @Field(() => [RuleReasonType]) reasons!: RuleReasonType[];
}

@ObjectType("LevelVerdict")
export class LevelVerdictType {
  @Field(() => ID) nodeId!: string;
  @Field(() => String) nodeName!: string;
  @Field(() => ID) ceilingId!: string;
  @Field(() => String) unit!: string;
  @Field(() => Float) ceiling!: number;
  @Field(() => Float) asked!: number;
  @Field(() => Float, { description: "Free of the block that the replica held." }) held!: number;
  @Field(() => Float, { nullable: true, description: "Left of the ceiling beside all blocks, as last heard." })
  left?: number | undefined;
  @Field(() => Float, { nullable: true, description: "All blocks together, as last heard." })
  reserved?: number | undefined;
  @Field(() => Boolean) ok!: boolean;
}

@ObjectType("FairnessLevel", {
  description: "Where a node of the request's path stood in the pool when the request's turn came, in GPUs.",
})
export class FairnessLevelType {
  @Field(() => ID) nodeId!: string;
  @Field(() => String) nodeName!: string;
  @Field(() => String, { description: "guarantee, nominal or borrowing." }) tier!: string;
  @Field(() => Float) right!: number;
  @Field(() => Float) occupied!: number;
  @Field(() => Float, { nullable: true, description: "GPUs that live capacity lacked to its right." })
  shortfall?: number;
  @Field(() => Float) borrowing!: number;
  @Field(() => Float, { description: "GPU-seconds served for each unit of weight; the smallest goes first." })
  counter!: number;
}

@ObjectType("EndpointScore")
export class EndpointScoreType {
  @Field(() => ID) endpointId!: string;
  @Field(() => String) url!: string;
  @Field(() => Float) score!: number;
  @Field(() => Float, { nullable: true, description: "Memory aside." }) predictedFirstTokenMs?: number;
  @Field(() => Float, { nullable: true, description: "Of the prompt, to be computed there." }) uncachedTokens?: number;
  @Field(() => Float, { nullable: true, description: "Wait for KV memory." }) memoryWaitMs?: number;
}

@ObjectType("EndpointChoice")
export class EndpointChoiceType {
  @Field(() => String) url!: string;
  @Field(() => ID) deploymentId!: string;
  @Field(() => String) profile!: string;
  @Field(() => Int) attempts!: number;
  @Field(() => [EndpointScoreType]) scores!: EndpointScoreType[];
}

@ObjectType("Remedy")
export class RemedyType {
  @Field(() => String) code!: string;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
  @Field(() => String) actor!: string;
}

@ObjectType("DecisionDetail")
export class DecisionDetailType {
  @Field(() => RequestSummaryType) summary!: RequestSummaryType;
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => Int) snapshotNumber!: number;
  @Field(() => String) bundleDigest!: string;
  @Field(() => [StageType]) stages!: StageType[];
  @Field(() => [PoolVerdictType]) pools!: PoolVerdictType[];
  @Field(() => [LevelVerdictType]) levels!: LevelVerdictType[];
  @Field(() => [FairnessLevelType], { description: "From the application to the State; empty when it had no turn." })
  fairness!: FairnessLevelType[];
  @Field(() => EndpointChoiceType, { nullable: true }) endpoint!: EndpointChoiceType | null;
  @Field(() => Int, { nullable: true }) cachedInputTokens!: number | null;
  @Field(() => Boolean, { nullable: true }) estimated!: boolean | null;
  @Field(() => Float, { nullable: true }) gpuSeconds!: number | null;
  @Field(() => Float, { nullable: true }) kWh!: number | null;
  @Field(() => Float, { nullable: true }) kgCO2eq!: number | null;
  @Field(() => String, { nullable: true }) energyMethod!: string | null;
  @Field(() => Boolean) simulated!: boolean;
  @Field(() => [RemedyType], { description: "What would make it pass, most useful first; empty when served." })
  remedies!: readonly RemedyType[];
}
