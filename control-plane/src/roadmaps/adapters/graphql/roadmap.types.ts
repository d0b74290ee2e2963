import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { SortDirection, countedConnectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { ConditionType } from "../../../platform/graphql/refusal.types.js";
import type { DependencyDomain } from "../../domain/dependency.js";
import { ROADMAP_STATES, type RoadmapState } from "../../domain/roadmap.js";
import { DEPENDENCY_SORT_FIELDS, type DependencySortField } from "../../ports/roadmap-catalogue.port.js";
import { LINE_KINDS } from "../../use-cases/remove-line.use-case.js";
import { ExitPlanType, RoadmapActionType } from "./action.types.js";
import { AssessedDependencyType, DependencyDomainEnum } from "./dependency.types.js";

export const RoadmapStateEnum = graphqlEnum("RoadmapState", ROADMAP_STATES);
export const RoadmapLineKindEnum = graphqlEnum("RoadmapLineKind", LINE_KINDS);
const DependencySortFieldEnum = graphqlEnum("DependencySortField", DEPENDENCY_SORT_FIELDS);

@ObjectType("PlannedSpend")
@InputType("PlannedSpendInput")
export class PlannedSpendType {
  @Field(() => Int) year!: number;
  @Field(() => DependencyDomainEnum) domain!: DependencyDomain;
  @Field(() => Float, { description: "Whole euros." }) euros!: number;
}

@ObjectType("TrajectoryPoint")
@InputType("TrajectoryPointInput")
export class TrajectoryPointType {
  @Field(() => Int) year!: number;
  @Field(() => Float) sovereignUsersPct!: number;
  @Field(() => Float) sensitiveOnQualifiedPct!: number;
}

@ObjectType("RoadmapCondition")
class RoadmapConditionType extends ConditionType {
  @Field(() => [String], { description: "Products, titles or years that do not meet it." })
  missing!: readonly string[];
}

@ObjectType("RoadmapContent")
export class RoadmapContentType {
  @Field(() => [AssessedDependencyType]) dependencies!: readonly AssessedDependencyType[];
  @Field(() => [RoadmapActionType]) actions!: readonly RoadmapActionType[];
  @Field(() => [ExitPlanType]) exitPlans!: readonly ExitPlanType[];
  @Field(() => [PlannedSpendType]) plannedSpend!: readonly PlannedSpendType[];
  @Field(() => [TrajectoryPointType]) trajectory!: readonly TrajectoryPointType[];
  @Field(() => [RoadmapConditionType], { description: "What validation asks for, met or not." })
  readiness!: readonly RoadmapConditionType[];
}

@ObjectType("RoadmapEvent")
export class RoadmapEventType {
  @Field(() => Date) at!: Date;
  @Field(() => RoadmapStateEnum) from!: RoadmapState;
  @Field(() => RoadmapStateEnum) to!: RoadmapState;
  @Field(() => String) reason!: string;
  by!: string;
}

@ObjectType("RoadmapStep")
export class RoadmapStepType {
  @Field(() => RoadmapStateEnum) to!: RoadmapState;
  @Field(() => String, { description: "The right it asks for, as in `me.abilities`." }) ability!: string;
}

@ObjectType("Roadmap")
export class RoadmapType {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field(() => RoadmapStateEnum) state!: RoadmapState;
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null;
  @Field(() => Int) version!: number;
  organisationId!: string;
  declaredBy!: string;
}

export const RoadmapConnectionType = countedConnectionType("Roadmap", RoadmapType);

@ObjectType("RoadmapExercise", { description: "A year whose roadmaps are consolidated at its end." })
export class RoadmapExerciseType {
  @Field(() => Int) year!: number;
  @Field(() => Date, { description: "First instant after the last day on time." }) deadline!: Date;
}

@InputType("RoadmapFilter")
export class RoadmapFilterInput {
  @Field(() => Int, { nullable: true }) year?: number | null;
  @Field(() => [RoadmapStateEnum], { nullable: true }) state?: RoadmapState[] | null;
}

@InputType("DependencyFilter")
export class DependencyFilterInput {
  @Field(() => String, { nullable: true, description: "In product, vendor and contract; accents do not matter." })
  search?: string | null;
  @Field(() => [DependencyDomainEnum], { nullable: true }) domain?: DependencyDomain[] | null;
  @Field(() => Int, { nullable: true }) year?: number | null;
}

@InputType("DependencySort")
export class DependencySortInput {
  @Field(() => DependencySortFieldEnum) field!: DependencySortField;
  @Field(() => SortDirection) direction!: SortDirection;
}

export const RoadmapResult = resultUnion("RoadmapResult", RoadmapType);
