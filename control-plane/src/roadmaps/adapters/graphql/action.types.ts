import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { EXERCISE_OUTCOMES, type ExerciseOutcome } from "../../domain/exit-plan.js";
import {
  ACTION_PROGRESS,
  ACTION_RISKS,
  ACTION_TYPES,
  type ActionProgress,
  type ActionRisk,
  type ActionType,
} from "../../domain/roadmap-action.js";

const ActionTypeEnum = graphqlEnum("RoadmapActionType", ACTION_TYPES);
const ActionProgressEnum = graphqlEnum("RoadmapActionProgress", ACTION_PROGRESS);
const ActionRiskEnum = graphqlEnum("RoadmapActionRisk", ACTION_RISKS);
const OutcomeEnum = graphqlEnum("ExerciseOutcome", EXERCISE_OUTCOMES);

@ObjectType("Milestone")
@InputType("MilestoneInput")
class MilestoneType {
  @Field(() => String) title!: string;
  @Field(() => String) due!: string;
  @Field(() => Boolean, { defaultValue: false }) reached!: boolean;
}

@ObjectType({ isAbstract: true })
@InputType("RoadmapActionInput")
export class RoadmapActionFields {
  @Field(() => ID) dependencyId!: string;
  @Field(() => ActionTypeEnum) type!: ActionType;
  @Field(() => String) title!: string;
  @Field(() => String) owner!: string;
  @Field(() => String) start!: string;
  @Field(() => String) end!: string;
  @Field(() => Float, { description: "Whole euros, once." }) oneOffCostEuros!: number;
  @Field(() => Float, { description: "Whole euros a year once done; negative is a saving." }) runDeltaEuros!: number;
  @Field(() => Float, { defaultValue: 0, description: "For insourcing: whole euros a year of internal work." })
  internalCostEuros!: number;
  @Field(() => String, { defaultValue: "", description: "Where its figures come from." }) source!: string;
  @Field(() => Int, { defaultValue: 0 }) usersMigrated!: number;
  @Field(() => Int, { defaultValue: 0 }) usersTotal!: number;
  @Field(() => [ID], { defaultValue: [], description: "Actions that have to be done before." })
  after!: readonly string[];
  @Field(() => String, { defaultValue: "" }) blocker!: string;
  @Field(() => ActionRiskEnum) risk!: ActionRisk;
  @Field(() => String, { defaultValue: "" }) evidence!: string;
  @Field(() => [MilestoneType], { defaultValue: [] }) milestones!: readonly MilestoneType[];
  @Field(() => ActionProgressEnum, { defaultValue: "planned" }) progress!: ActionProgress;
}

@ObjectType("RoadmapAction")
export class RoadmapActionType extends RoadmapActionFields {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: "Why it cannot go on; null when it can." })
  blockedBecause!: string | null;
}

@InputType("ActionProgressInput")
export class ActionProgressFields {
  @Field(() => ActionProgressEnum) progress!: ActionProgress;
  @Field(() => Int) usersMigrated!: number;
  @Field(() => String, { defaultValue: "" }) blocker!: string;
  @Field(() => String, { defaultValue: "" }) evidence!: string;
}

@ObjectType("ExitExercise")
@InputType("ExitExerciseInput")
export class ExitExerciseType {
  @Field(() => String) date!: string;
  @Field(() => OutcomeEnum) outcome!: ExerciseOutcome;
  @Field(() => Int) days!: number;
  @Field(() => String, { defaultValue: "" }) findings!: string;
}

@ObjectType({ isAbstract: true })
@InputType("ExitPlanInput")
export class ExitPlanFields {
  @Field(() => ID) dependencyId!: string;
  @Field(() => String) exportFormat!: string;
  @Field(() => Boolean) escrow!: boolean;
  @Field(() => Boolean) reversibilityClause!: boolean;
  @Field(() => Int) durationDays!: number;
  @Field(() => Float) costEuros!: number;
}

@ObjectType("ExitPlan")
export class ExitPlanType extends ExitPlanFields {
  @Field(() => ID) id!: string;
  @Field(() => [ExitExerciseType]) exercises!: readonly ExitExerciseType[];
}
