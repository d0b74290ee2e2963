import { Field, ID, InputType, Int } from "@nestjs/graphql";
import type { LineOutcome } from "../../../domain/rounds/round-line.js";
import type { RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import type { RoundState, RoundTrack } from "../../../domain/rounds/round.js";
import {
  OpinionVerdictEnum,
  RoundLineOutcomeEnum,
  RoundStateEnum,
  RoundStepEnum,
  RoundTrackEnum,
  type RoundStep,
} from "./round.types.js";

@InputType("AllocationRoundFilter")
export class RoundFilterInput {
  @Field(() => [RoundTrackEnum], { nullable: true }) track?: RoundTrack[] | null;
  @Field(() => [RoundStateEnum], { nullable: true }) state?: RoundState[] | null;
}

@InputType("RoundLineFilter")
export class RoundLineFilterInput {
  @Field(() => ID, { nullable: true, description: "With the organisations below it." }) organisationId?: string | null;
  @Field(() => Int, { nullable: true }) criticality?: number | null;
  @Field(() => [RoundLineOutcomeEnum], { nullable: true }) outcome?: LineOutcome[] | null;
}

@InputType("RoundPoolInput")
class RoundPoolInput {
  @Field(() => ID) poolId!: string;
  @Field(() => ID, { nullable: true }) ownerMinistryId?: string | null;
  @Field(() => Boolean, { nullable: true }) market?: boolean;
  @Field(() => Int, { nullable: true }) centsPerGpuHour?: number;
}

@InputType("OpenRoundInput")
export class OpenRoundInputType {
  @Field(() => RoundTrackEnum) track!: RoundTrack;
  @Field(() => String) title!: string;
  @Field(() => ID, { nullable: true, description: "The State when left out." }) organisationId?: string | null;
  @Field(() => [String], { description: "`2026Q4`, one after the other." }) quarters!: string[];
  @Field(() => Date, { nullable: true }) effectFrom?: Date | null;
  @Field(() => Date, { nullable: true }) expiresAt?: Date | null;
  @Field(() => Date, { nullable: true }) closesAt?: Date | null;
  @Field(() => [RoundPoolInput]) pools!: RoundPoolInput[];
}

@InputType("RoundAskInput")
class RoundAskInput {
  @Field(() => Int) low!: number;
  @Field(() => Int) likely!: number;
  @Field(() => Int) high!: number;
  @Field(() => Int) minUseful!: number;
}

@InputType("RequestGpusInput")
export class RequestGpusInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => ID, { nullable: true }) useCaseId?: string | null;
  @Field(() => ID, { nullable: true }) needId?: string | null;
  @Field(() => String) title!: string;
  @Field(() => [String]) gpuClasses!: string[];
  @Field(() => [String]) labels!: string[];
  @Field(() => Int) criticality!: number;
  @Field(() => Int) score!: number;
  @Field(() => [RoundAskInput], { description: "One for each quarter of the round." }) asks!: RoundAskInput[];
  @Field(() => Boolean, { nullable: true }) hasCalendar?: boolean;
}

@InputType("RoundGpuClassesInput")
class RoundGpuClassesInput {
  @Field(() => String) gpuType!: string;
  @Field(() => [String]) classes!: string[];
}

@InputType("RoundNeedScoreInput")
class RoundNeedScoreInput {
  @Field(() => ID) needId!: string;
  @Field(() => Int) score!: number;
}

@InputType("BringNeedsInput")
export class BringNeedsInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: "A reviewed or published one." }) consolidationId!: string;
  @Field(() => [RoundGpuClassesInput], { nullable: true, description: "Classes of pools for each kind of GPU." })
  gpuClasses?: RoundGpuClassesInput[];
  @Field(() => [RoundNeedScoreInput], { nullable: true }) scores?: RoundNeedScoreInput[];
  @Field(() => String) reason!: string;
}

@InputType("RoundStepInput")
export class RoundStepInputType {
  @Field(() => RoundStepEnum) step!: RoundStep;
  @Field(() => ID) roundId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) reason!: string;
}

@InputType("DecideRoundInput")
export class DecideRoundInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Boolean) approve!: boolean;
  @Field(() => String) reason!: string;
}

@InputType("ClawBackInput")
export class ClawBackInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => ID) lineId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) reason!: string;
}

@InputType("GiveRoundOpinionInput")
export class GiveRoundOpinionInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => ID, { nullable: true }) lineId?: string | null;
  @Field(() => OpinionVerdictEnum) verdict!: RoundOpinion["verdict"];
  @Field(() => String) told!: string;
}

@InputType("RoundPlacementInput")
class RoundPlacementInput {
  @Field(() => ID) poolId!: string;
  @Field(() => Int) gpus!: number;
}

@InputType("AmendRoundGrantInput")
export class AmendRoundGrantInputType {
  @Field(() => ID) lineId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) quarter!: string;
  @Field(() => [RoundPlacementInput]) placements!: RoundPlacementInput[];
  @Field(() => String) reason!: string;
}

@InputType("RoundPoolChangeInput")
class RoundPoolChangeInput {
  @Field(() => ID) poolId!: string;
  @Field(() => Int, { description: "Added; negative to take away." }) gpus!: number;
}

@InputType("RoundLineChangeInput")
class RoundLineChangeInput {
  @Field(() => ID) lineId!: string;
  @Field(() => Int, { nullable: true }) gpus?: number | null;
  @Field(() => Int, { nullable: true }) criticality?: number | null;
}

@InputType("RoundChangeInput", { description: "Changes of the copy that *what if* is computed on." })
export class RoundChangeInputType {
  @Field(() => [RoundPoolChangeInput], { nullable: true }) pools?: RoundPoolChangeInput[];
  @Field(() => [RoundLineChangeInput], { nullable: true }) lines?: RoundLineChangeInput[];
}

@InputType("RoundUnlockInput")
export class RoundUnlockInputType {
  @Field(() => ID) roundId!: string;
  @Field(() => ID) lineId!: string;
  @Field(() => String) quarter!: string;
  @Field(() => ID) poolId!: string;
}
