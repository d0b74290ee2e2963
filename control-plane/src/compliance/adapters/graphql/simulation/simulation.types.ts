import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import {
  CHANGE_CAUSES,
  CHANGE_KINDS,
  type ChangeCause,
  type ChangeKind,
} from "../../../domain/simulation/decision-change.js";
import { SIMULATION_STATES, type SimulationState } from "../../../domain/simulation/simulation.js";

export const SimulationStateEnum = graphqlEnum("SimulationState", SIMULATION_STATES);
export const ChangeKindEnum = graphqlEnum("SimulatedChangeKind", CHANGE_KINDS);
export const ChangeCauseEnum = graphqlEnum("SimulatedChangeCause", CHANGE_CAUSES);

@ObjectType("SimulationMissingFact", { description: "A fact that the candidate's rules read and that was not kept." })
class MissingFactType {
  @Field(() => String) fact!: string;
  @Field(() => Float) records!: number;
}

@ObjectType("SimulationCoverage", { description: "How many decisions could be replayed. Nothing is presumed." })
class CoverageType {
  @Field(() => Float) records!: number;
  @Field(() => Float, { description: "With every fact that the candidate's rules read." }) replayed!: number;
  @Field(() => Float, { description: "Some facts were not recorded: judged no further." }) partial!: number;
  @Field(() => Float, { description: "Their snapshot was not archived." }) impossible!: number;
  @Field(() => Float, { description: "Refused before any rule was asked." }) notJudged!: number;
  @Field(() => [MissingFactType]) missing!: readonly MissingFactType[];
}

@ObjectType("SimulationKinds", { description: "Decisions by what becomes of them." })
export class KindCountsType {
  @Field(() => Float, { description: "Let through, now refused." }) refused!: number;
  @Field(() => Float, { description: "Refused, now let through by rules; capacity and quota are not replayed." })
  admitted!: number;
  @Field(() => Float) clamped!: number;
  @Field(() => Float) warned!: number;
  @Field(() => Float, { description: "Let through with less said." }) eased!: number;
  @Field(() => Float, { description: "Let through on other pools." }) pools!: number;
  @Field(() => Float, { description: "The same end for other reasons." }) reasons!: number;
}

@ObjectType("SimulationMinistry")
export class SimulationMinistryType {
  @Field(() => ID) ministryId!: string;
  @Field(() => Float) replayed!: number;
  @Field(() => Float) changed!: number;
  @Field(() => KindCountsType) kinds!: KindCountsType;
}

@ObjectType("SimulationRule", { description: "A change that several rules bring counts for each of them." })
class SimulationRuleType {
  @Field(() => String) rule!: string;
  @Field(() => Float) changed!: number;
  @Field(() => KindCountsType) kinds!: KindCountsType;
}

@ObjectType("SimulationPool")
export class SimulationPoolType {
  @Field(() => ID) poolId!: string;
  @Field(() => Float, { description: "Decisions for which it is no longer allowed." }) lost!: number;
  @Field(() => Float, { description: "Decisions for which it is newly allowed." }) gained!: number;
}

@ObjectType("SimulationRuleSummary")
class RuleSummaryType {
  @Field(() => Int) version!: number;
  @Field(() => String) effect!: string;
  @Field(() => String) mode!: string;
  @Field(() => String) from!: string;
  @Field(() => String, { nullable: true }) to!: string | null;
}

@ObjectType("SimulationRuleDifference")
class RuleDifferenceType {
  @Field(() => String) rule!: string;
  @Field(() => String, { description: "added, removed or changed." }) change!: string;
  @Field(() => RuleSummaryType, { nullable: true }) before!: RuleSummaryType | null;
  @Field(() => RuleSummaryType, { nullable: true }) after!: RuleSummaryType | null;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
}

@ObjectType("SimulationOutcome", { description: "What a simulation came to. It never changes." })
export class SimulationOutcomeType {
  @Field(() => CoverageType) coverage!: CoverageType;
  @Field(() => Float) changed!: number;
  @Field(() => Float, { description: "Of the decisions that would be refused, those that had been served." })
  servedThenRefused!: number;
  @Field(() => KindCountsType) kinds!: KindCountsType;
  @Field(() => [SimulationMinistryType], { description: "Most changed first." })
  ministries!: readonly SimulationMinistryType[];
  @Field(() => [SimulationRuleType], { description: "Most changed first." }) rules!: readonly SimulationRuleType[];
  @Field(() => [SimulationPoolType]) pools!: readonly SimulationPoolType[];
  @Field(() => [RuleDifferenceType], { description: "What the candidate changes in the rules." })
  differences!: readonly RuleDifferenceType[];
  @Field(() => String, { description: "SHA-256 of the replayed records' names, in order." }) recordsDigest!: string;
  @Field(() => Float) seconds!: number;
}

@ObjectType("Simulation", { description: "Rules, or a day, replayed over the decisions of a window." })
export class SimulationType {
  @Field(() => ID) id!: string;
  @Field(() => SimulationStateEnum) state!: SimulationState;
  @Field(() => Float, { description: "0 to 1." }) progress!: number;
  @Field(() => String) fromDay!: string;
  @Field(() => String) toDay!: string;
  @Field(() => String, { nullable: true, description: "Decisions are judged as if on that day." })
  legalDay!: string | null;
  @Field(() => String) candidateDigest!: string;
  @Field(() => String) activeDigest!: string;
  @Field(() => SimulationOutcomeType, { nullable: true }) outcome!: SimulationOutcomeType | null;
  @Field(() => String, { nullable: true }) failure!: string | null;
  @Field(() => String) createdAt!: string;
  @Field(() => String, { nullable: true }) finishedAt!: string | null;
  organisationId!: string;
  requestedByRef!: string;
}

export const SimulationConnectionType = connectionType("Simulation", SimulationType);

@ObjectType("SimulationChange", { description: "Decisions of one use case that would change alike." })
export class SimulationChangeType {
  @Field(() => Int) ordinal!: number;
  @Field(() => ID) organisationId!: string;
  @Field(() => ID) ministryId!: string;
  @Field(() => ID, { nullable: true }) useCaseId!: string | null;
  @Field(() => ChangeKindEnum) kind!: ChangeKind;
  @Field(() => ChangeCauseEnum) cause!: ChangeCause;
  @Field(() => [String]) rules!: readonly string[];
  @Field(() => Float) records!: number;
  @Field(() => Float, { description: "Of them, those that had been served." }) served!: number;
  @Field(() => [ID], { description: "Some of the decisions; `decision(id)` explains each." })
  samples!: readonly string[];
}

export const SimulationChangeConnectionType = connectionType("SimulationChange", SimulationChangeType);

export const SimulationResultUnion = resultUnion("SimulationResult", SimulationType);
