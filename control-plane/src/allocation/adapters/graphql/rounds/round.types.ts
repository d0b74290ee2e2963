import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { AllocationType } from "../allocation.types.js";
import type { Binding } from "../../../domain/round-program/explain.js";
import { LINE_OUTCOMES, type LineOutcome } from "../../../domain/rounds/round-line.js";
import { ROUND_JOB_KINDS, ROUND_JOB_STATES, type RoundJob } from "../../../domain/rounds/round-job.js";
import { OPINION_VERDICTS, type RoundOpinion } from "../../../domain/rounds/round-opinion.js";
import { ROUND_STATES, ROUND_TRACKS, type RoundState, type RoundTrack } from "../../../domain/rounds/round.js";

export const RoundTrackEnum = graphqlEnum("RoundTrack", ROUND_TRACKS);
export const RoundStateEnum = graphqlEnum("RoundState", ROUND_STATES);
export const RoundLineOutcomeEnum = graphqlEnum("RoundLineOutcome", LINE_OUTCOMES);
export const OpinionVerdictEnum = graphqlEnum("OpinionVerdict", OPINION_VERDICTS);
const RoundJobKindEnum = graphqlEnum("RoundJobKind", ROUND_JOB_KINDS);
const RoundJobStateEnum = graphqlEnum("RoundJobState", ROUND_JOB_STATES);
const RoundMethodEnum = graphqlEnum("RoundMethod", ["lexicographic", "greedy"]);
const BindingEnum = graphqlEnum("RoundBinding", ["none", "no_pool", "capacity", "least_useful"]);
const UnlockKindEnum = graphqlEnum("RoundUnlockKind", ["nothing", "gpus", "opening"]);
/** Steps that ask for nothing but a reason. */
const STEPS = [
  "submit",
  "review",
  "arbitrate",
  "propose",
  "expedite",
  "activate",
  "look_back",
  "complement",
  "close",
] as const;
export const RoundStepEnum = graphqlEnum("RoundStep", STEPS);
export type RoundStep = (typeof STEPS)[number];

@ObjectType("RoundPool", { description: "A pool that a round distributes, on the terms it was opened with." })
class RoundPoolType {
  @Field(() => ID) poolId!: string;
  @Field(() => ID, { nullable: true }) ownerMinistryId!: string | null;
  @Field(() => Boolean) market!: boolean;
  @Field(() => Int) centsPerGpuHour!: number;
}

@ObjectType("RoundSolution")
class RoundSolutionType {
  @Field(() => RoundMethodEnum) method!: "lexicographic" | "greedy";
  @Field(() => Float, { nullable: true, description: "0 when proven best; null for a greedy round." })
  gapPct!: number | null;
  @Field(() => String, { description: "SHA-256 of needs, pools, rights and guarantees it was found from." })
  inputsDigest!: string;
  @Field(() => ID) jobId!: string;
  @Field(() => String) at!: string;
}

@ObjectType("RoundActNow", { description: "What can be done to a round in its present state." })
export class RoundActNowType {
  @Field(() => String) act!: string;
  @Field(() => String, { description: "The right it asks for, as in `me.abilities`." }) ability!: string;
}

@ObjectType("AllocationRound")
export class RoundType {
  @Field(() => ID) id!: string;
  organisationId!: string;
  @Field(() => RoundTrackEnum) track!: RoundTrack;
  @Field(() => String) title!: string;
  @Field(() => RoundStateEnum) state!: RoundState;
  @Field(() => [String]) quarters!: readonly string[];
  @Field(() => Date) effectFrom!: Date;
  @Field(() => Date, { nullable: true }) expiresAt!: Date | null;
  @Field(() => Date, { nullable: true }) closesAt!: Date | null;
  @Field(() => [RoundPoolType]) pools!: readonly RoundPoolType[];
  openedById!: string;
  @Field(() => Date) openedAt!: Date;
  @Field(() => String) rulesVersion!: string;
  @Field(() => RoundSolutionType, { nullable: true }) solution!: RoundSolutionType | null;
  proposedById!: string | null;
  @Field(() => Date, { nullable: true }) proposedAt!: Date | null;
  decidedById!: string | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
  reviewedById!: string | null;
  @Field(() => String, { nullable: true }) review!: string | null;
  @Field(() => ID, { nullable: true, description: "The call that this round completes." }) parentId!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType("RoundAsk")
class RoundAskType {
  @Field(() => String) quarter!: string;
  @Field(() => Int) low!: number;
  @Field(() => Int) likely!: number;
  @Field(() => Int) high!: number;
  @Field(() => Int) minUseful!: number;
}

@ObjectType("RoundPlacement")
class RoundPlacementType {
  @Field(() => String) quarter!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => Int) gpus!: number;
}

@ObjectType("RoundHolders", { description: "GPUs of the pools that a need could use, by who holds them." })
class RoundHoldersType {
  @Field(() => Int) moreUrgent!: number;
  @Field(() => Int) sameClassOtherMinistry!: number;
  @Field(() => Int) sameClassSameMinistry!: number;
  @Field(() => Int) lessUrgent!: number;
}

@ObjectType("RoundClosedPool")
class RoundClosedPoolType {
  @Field(() => ID) poolId!: string;
  @Field(() => [String], { description: "`labels: health`, `gpu_class: A100`, `reserved: …`." }) obstacles!: string[];
}

@ObjectType("RoundUnlock", { description: "What would give a need all it asks for, everybody else keeping theirs." })
class RoundUnlockType {
  @Field(() => UnlockKindEnum) kind!: "nothing" | "gpus" | "opening";
  @Field(() => Int, { nullable: true }) gpus!: number | null;
  @Field(() => [ID], { description: "Pools, any one of which the GPUs may be added to." }) poolIds!: readonly string[];
  @Field(() => [RoundClosedPoolType]) closed!: readonly RoundClosedPoolType[];
}

@ObjectType("RoundExplanation")
export class RoundExplanationType {
  @Field(() => String) quarter!: string;
  @Field(() => Int) asked!: number;
  @Field(() => Int) granted!: number;
  @Field(() => Int) minUseful!: number;
  @Field(() => BindingEnum, { description: "What keeps the need from more." }) binding!: Binding;
  @Field(() => Int, { description: "GPUs left that the need could reach." }) reachable!: number;
  @Field(() => RoundHoldersType) holders!: RoundHoldersType;
  @Field(() => RoundUnlockType) unlock!: RoundUnlockType;
}

@ObjectType("RoundLine", { description: "A request in a round, what it is granted, and why not more." })
export class RoundLineType {
  @Field(() => ID) id!: string;
  @Field(() => ID) roundId!: string;
  organisationId!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => ID, { nullable: true }) useCaseId!: string | null;
  @Field(() => ID, { nullable: true }) needId!: string | null;
  @Field(() => String) title!: string;
  @Field(() => [String]) gpuClasses!: readonly string[];
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => Int) criticality!: number;
  @Field(() => Int) score!: number;
  @Field(() => Boolean) hasCalendar!: boolean;
  @Field(() => [RoundAskType]) asks!: readonly RoundAskType[];
  @Field(() => [RoundPlacementType]) placements!: readonly RoundPlacementType[];
  @Field(() => [RoundExplanationType]) explanations!: readonly RoundExplanationType[];
  @Field(() => RoundLineOutcomeEnum, { nullable: true }) outcome!: LineOutcome | null;
  @Field(() => String, { nullable: true, description: "Why a person changed what was granted." })
  amendedReason!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType("RoundOpinion")
export class RoundOpinionType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) lineId!: string | null;
  byId!: string;
  @Field(() => OpinionVerdictEnum) verdict!: RoundOpinion["verdict"];
  @Field(() => String) told!: string;
  @Field(() => Date) at!: Date;
}

@ObjectType("RoundClassSatisfaction")
class RoundClassSatisfactionType {
  @Field(() => Int) criticality!: number;
  @Field(() => Int) asked!: number;
  @Field(() => Int) granted!: number;
  @Field(() => Float, { description: "Fraction of the ministry that fares worst." }) leastMinistry!: number;
}

@ObjectType("RoundSatisfaction")
class RoundSatisfactionType {
  @Field(() => Float) weighted!: number;
  @Field(() => [RoundClassSatisfactionType]) classes!: readonly RoundClassSatisfactionType[];
}

@ObjectType("RoundLineGrant")
class RoundLineGrantType {
  @Field(() => ID) lineId!: string;
  @Field(() => [Int], { description: "GPUs by quarter." }) gpus!: readonly number[];
}

@ObjectType("RoundJobAnswer")
export class RoundJobAnswerType {
  @Field(() => RoundMethodEnum, { nullable: true }) method!: "lexicographic" | "greedy" | null;
  @Field(() => Float, { nullable: true }) gapPct!: number | null;
  @Field(() => Float) seconds!: number;
  @Field(() => String) inputsDigest!: string;
  @Field(() => RoundSatisfactionType, { nullable: true }) satisfaction!: RoundSatisfactionType | null;
  @Field(() => RoundSatisfactionType, { nullable: true, description: "Of a greedy round on the same needs." })
  greedy!: RoundSatisfactionType | null;
  @Field(() => [RoundLineGrantType]) grants!: readonly RoundLineGrantType[];
  @Field(() => Int, {
    nullable: true,
    description:
      "GPUs to buy for the need to be served, others first where they come first. One less does not serve it; within 16 tries it is the fewest of all. Null when no try serves it.",
  })
  unlockGpus!: number | null;
}

@ObjectType("RoundJob", { description: "A computation that people wait for." })
export class RoundJobType {
  @Field(() => ID) id!: string;
  @Field(() => ID) roundId!: string;
  @Field(() => RoundJobKindEnum) kind!: RoundJob["kind"];
  @Field(() => RoundJobStateEnum) state!: RoundJob["state"];
  @Field(() => Float, { description: "0 to 1." }) progress!: number;
  @Field(() => RoundJobAnswerType, { nullable: true }) answer!: RoundJobAnswerType | null;
  @Field(() => String, { nullable: true }) failure!: string | null;
  @Field(() => Date) createdAt!: Date;
  @Field(() => Date, { nullable: true }) finishedAt!: Date | null;
}

@ObjectType("RoundRight", { description: "A right that a round planned, with its dates." })
export class RoundRightType extends AllocationType {
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo!: Date | null;
}

export const RoundConnectionType = connectionType("AllocationRound", RoundType);
export const RoundLineConnectionType = connectionType("RoundLine", RoundLineType);

export const RoundResult = resultUnion("AllocationRoundResult", RoundType);
export const RoundLineResult = resultUnion("RoundLineResult", RoundLineType);
export const RoundOpinionResult = resultUnion("RoundOpinionResult", RoundOpinionType);
export const RoundJobResult = resultUnion("RoundJobResult", RoundJobType);
