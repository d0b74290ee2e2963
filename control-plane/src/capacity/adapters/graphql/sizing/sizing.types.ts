import { Field, Float, InputType, Int, ObjectType } from "@nestjs/graphql";
import { resultUnion } from "../../../../platform/graphql/result-union.js";

@ObjectType("GpuRange", { description: "GPUs under three readings of the demand and of the machines' speed." })
export class GpuRangeType {
  @Field(() => Int) low!: number;
  @Field(() => Int) likely!: number;
  @Field(() => Int) high!: number;
}

@ObjectType("SizingStep", { description: "One number on the way from a need to its GPUs." })
class SizingStepType {
  @Field(() => String) code!: string;
  @Field(() => Float) value!: number;
  @Field(() => String) unit!: string;
  @Field(() => String) formula!: string;
  @Field(() => String, { description: "measured, published, estimated or declared." }) basis!: string;
  @Field(() => String, { description: "Method and version, or the profile quoted." }) method!: string;
}

@ObjectType("SizingOption", {
  description: "What the need takes on one kind of GPU; null when it cannot be served there.",
})
class SizingOptionType {
  @Field(() => String) gpuType!: string;
  @Field(() => GpuRangeType, { nullable: true }) gpus!: GpuRangeType | null;
  @Field(() => String, { nullable: true }) profile!: string | null;
  @Field(() => [String], { description: "Why configurations do not serve it." }) misfits!: readonly string[];
}

@ObjectType("NeedSizing")
export class NeedSizingType {
  @Field(() => String) quarter!: string;
  @Field(() => GpuRangeType, { nullable: true, description: "null when nothing serves it." })
  gpus!: GpuRangeType | null;
  @Field(() => String, { nullable: true }) gpuType!: string | null;
  @Field(() => String, { nullable: true }) profile!: string | null;
  @Field(() => String, { nullable: true, description: "Why it has no size: model_unknown or no_configuration." })
  unsized!: string | null;
  @Field(() => [SizingStepType]) steps!: readonly SizingStepType[];
  @Field(() => [SizingOptionType]) options!: readonly SizingOptionType[];
}

@InputType("SizingInput", { description: "A need that nobody declared yet." })
export class SizingFields {
  @Field(() => String) model!: string;
  @Field(() => Float) requestsPerDay!: number;
  @Field(() => Int) inputTokens!: number;
  @Field(() => Int) outputTokens!: number;
  @Field(() => Float, { defaultValue: 12 }) peakHourPercent!: number;
  @Field(() => Int, { nullable: true }) peakConcurrency?: number | null;
  @Field(() => Float, { defaultValue: 0 }) batchablePercent!: number;
  @Field(() => Int, { nullable: true }) ttftTargetMs?: number | null;
  @Field(() => Int, { nullable: true }) itlTargetMs?: number | null;
  @Field(() => Int, { defaultValue: 3 }) criticality!: number;
  @Field(() => [String], { nullable: true }) gpuTypes?: string[] | null;
}

@ObjectType("StepTimes", {
  description: "A step of a batch of b lasts α + β·b; a prompt γ + δ·tokens·b. Milliseconds.",
})
class StepTimesType {
  @Field(() => Float) alphaMs!: number;
  @Field(() => Float) betaMs!: number;
  @Field(() => Float) gammaMs!: number;
  @Field(() => Float) deltaMs!: number;
}

@ObjectType("FigureSource", { description: "Where a figure comes from." })
class FigureSourceType {
  @Field(() => String) basis!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) url!: string | null;
  @Field(() => String) licence!: string;
  @Field(() => String) date!: string;
}

@ObjectType("SpeedBand", {
  description: "Every time of the profile, multiplied, for a fast, a likely and a slow reading.",
})
class SpeedBandType {
  @Field(() => Float) fast!: number;
  @Field(() => Float) likely!: number;
  @Field(() => Float) slow!: number;
}

@ObjectType("ThroughputProfile")
export class ThroughputProfileType {
  @Field(() => String) key!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) model!: string;
  @Field(() => String) precision!: string;
  @Field(() => String) gpu!: string;
  @Field(() => Int) gpusPerReplica!: number;
  @Field(() => Float) memoryGiB!: number;
  @Field(() => String, { nullable: true }) engine!: string | null;
  @Field(() => StepTimesType) times!: StepTimesType;
  @Field(() => Float) kvBytesPerToken!: number;
  @Field(() => Float) weightsBytes!: number;
  @Field(() => Int) maxSequences!: number;
  @Field(() => SpeedBandType) band!: SpeedBandType;
  @Field(() => FigureSourceType) source!: FigureSourceType;
  @Field(() => String) method!: string;
}

@ObjectType("GpuKind", { description: "Peaks as the maker tells them, dense." })
export class GpuKindType {
  @Field(() => String) code!: string;
  @Field(() => Float) memoryGiB!: number;
  @Field(() => Float) bandwidthGBs!: number;
  @Field(() => Float) bf16Tflops!: number;
  @Field(() => Float, { nullable: true }) fp8Tflops!: number | null;
  @Field(() => Float) watts!: number;
  @Field(() => FigureSourceType) source!: FigureSourceType;
}

@InputType("LoadPointInput")
class LoadPointFields {
  @Field(() => Float) batch!: number;
  @Field(() => Float, { description: "Mean milliseconds between two tokens." }) stepMs!: number;
}

@InputType("FigureSourceInput")
class FigureSourceFields {
  @Field(() => String, { description: "measured or published." }) basis!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String) licence!: string;
  @Field(() => String) date!: string;
}

@InputType("RegisterProfileInput", { description: "A measured load curve of one configuration." })
export class RegisterProfileFields {
  @Field(() => String) model!: string;
  @Field(() => String, { defaultValue: "bf16" }) precision!: string;
  @Field(() => String) gpu!: string;
  @Field(() => Int) gpusPerReplica!: number;
  @Field(() => String) engine!: string;
  @Field(() => [LoadPointFields]) points!: LoadPointFields[];
  @Field(() => Float) prefillMs!: number;
  @Field(() => Float, { defaultValue: 0 }) prefillMsPerToken!: number;
  @Field(() => Int, { nullable: true }) kvBytesPerToken?: number | null;
  @Field(() => Float, { nullable: true }) weightsBytes?: number | null;
  @Field(() => Float, { nullable: true }) memoryGiB?: number | null;
  @Field(() => FigureSourceFields) source!: FigureSourceFields;
}

export const ThroughputProfileResult = resultUnion("ThroughputProfileResult", ThroughputProfileType, [
  "InvalidInput",
  "Forbidden",
  "Conflict",
]);

@InputType("CapacityUnitsInput", { description: "Calls of a hosted model, and how its capacity is sold." })
export class CapacityUnitsFields {
  @Field(() => Float) callsPerMin!: number;
  @Field(() => Float) inputTokens!: number;
  @Field(() => Float) outputTokens!: number;
  @Field(() => Float, { defaultValue: 0 }) cachedTokens!: number;
  @Field(() => Float, { description: "Input tokens per minute of one unit." }) inputTpmPerUnit!: number;
  @Field(() => Float, { description: "Input tokens that one output token counts for." }) outputWeight!: number;
  @Field(() => Int, { defaultValue: 1 }) minimum!: number;
  @Field(() => Int, { defaultValue: 1 }) increment!: number;
}

@ObjectType("CapacityUnits")
export class CapacityUnitsType {
  @Field(() => Float) weightedTokensPerMin!: number;
  @Field(() => Float) raw!: number;
  @Field(() => Int) units!: number;
}
