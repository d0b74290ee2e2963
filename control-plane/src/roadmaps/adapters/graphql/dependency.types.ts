import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import type { DataLabel } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { countedConnectionType } from "../../../platform/graphql/page.types.js";
import {
  DEPENDENCY_CRITICALITIES,
  DEPENDENCY_DEPLOYMENTS,
  DEPENDENCY_DOMAINS,
  DEPENDENCY_TARGETS,
  REPLACEMENT_SOURCES,
  type DependencyCriticality,
  type DependencyDeployment,
  type DependencyDomain,
  type DependencyTarget,
  type ReplacementSource,
} from "../../domain/dependency.js";
import { SOVEREIGNTY_OBJECTIVES, type SovereigntyObjective } from "../../domain/sovereignty-score.js";

export const DependencyDomainEnum = graphqlEnum("DependencyDomain", DEPENDENCY_DOMAINS);
const DeploymentEnum = graphqlEnum("DependencyDeployment", DEPENDENCY_DEPLOYMENTS);
const CriticalityEnum = graphqlEnum("DependencyCriticality", DEPENDENCY_CRITICALITIES);
const TargetEnum = graphqlEnum("DependencyTarget", DEPENDENCY_TARGETS);
const ReplacementEnum = graphqlEnum("ReplacementSource", REPLACEMENT_SOURCES);
const ObjectiveEnum = graphqlEnum("SovereigntyObjective", SOVEREIGNTY_OBJECTIVES);

@ObjectType("CircularCriteria", { description: "The three criteria of the circular, 0 to 4 each." })
@InputType("CircularCriteriaInput")
export class CircularCriteriaType {
  @Field(() => Int) immunity!: number;
  @Field(() => Int) substitutability!: number;
  @Field(() => Int) control!: number;
}

@ObjectType("ObjectiveScore")
@InputType("ObjectiveScoreInput")
export class ObjectiveScoreType {
  @Field(() => ObjectiveEnum) objective!: SovereigntyObjective;
  @Field(() => Float) points!: number;
  @Field(() => Float) maxPoints!: number;
  @Field(() => Int, { description: "Assurance level, 0 to 4." }) seal!: number;
}

@ObjectType({ isAbstract: true })
@InputType("DependencyInput", { description: "Money in whole euros a year; days as 2027-03-31." })
export class DependencyFields {
  @Field(() => DependencyDomainEnum) domain!: DependencyDomain;
  @Field(() => String) product!: string;
  @Field(() => String) vendor!: string;
  @Field(() => String) vendorCountry!: string;
  @Field(() => String, { nullable: true }) contractReference!: string | null;
  @Field(() => Int, { nullable: true }) licences!: number | null;
  @Field(() => Int, { nullable: true }) users!: number | null;
  @Field(() => Float) annualCostEuros!: number;
  @Field(() => String, { defaultValue: "", description: "Where its figures come from." }) source!: string;
  @Field(() => String, { nullable: true }) renewalDate!: string | null;
  @Field(() => String, { nullable: true }) noticeDate!: string | null;
  @Field(() => CriticalityEnum) criticality!: DependencyCriticality;
  @Field(() => Boolean) essential!: boolean;
  @Field(() => [String]) labels!: readonly DataLabel[];
  @Field(() => DeploymentEnum) deployment!: DependencyDeployment;
  @Field(() => String, { defaultValue: "" }) substitutes!: string;
  @Field(() => String, { defaultValue: "" }) lockIn!: string;
  @Field(() => Boolean, { defaultValue: false }) aiGrowth!: boolean;
  @Field(() => CircularCriteriaType, { nullable: true }) criteria!: CircularCriteriaType | null;
  @Field(() => [ObjectiveScoreType], { defaultValue: [] }) sovereignty!: readonly ObjectiveScoreType[];
  @Field(() => TargetEnum, { nullable: true }) target!: DependencyTarget | null;
  @Field(() => String, { nullable: true }) targetProduct!: string | null;
  @Field(() => ReplacementEnum, { nullable: true }) replacementSource!: ReplacementSource | null;
  @Field(() => Int, { nullable: true }) targetSeal!: number | null;
  @Field(() => String, { nullable: true }) targetDate!: string | null;
}

@ObjectType("SovereigntyScoreTerm", { description: "What one objective brings: weight · points ÷ maxPoints." })
class ScoreTermType {
  @Field(() => ObjectiveEnum) objective!: SovereigntyObjective;
  @Field(() => Float) weight!: number;
  @Field(() => Float) points!: number;
  @Field(() => Float) maxPoints!: number;
  @Field(() => Int) seal!: number;
  @Field(() => Float) worth!: number;
}

@ObjectType("SovereigntyScore")
class SovereigntyScoreType {
  @Field(() => [ScoreTermType], { description: "Parts of the sum: score = 100 · Σ worth ÷ totalWeight." })
  terms!: readonly ScoreTermType[];
  @Field(() => Float) totalWeight!: number;
  @Field(() => Int, { description: "The lowest assurance level of any objective assessed." }) seal!: number;
  @Field(() => Float, { description: "0 to 100." }) score!: number;
  @Field(() => [ObjectiveEnum]) missing!: readonly SovereigntyObjective[];
  @Field(() => String) frameworkVersion!: string;
}

@ObjectType("Dependency")
export class DependencyType extends DependencyFields {
  @Field(() => ID) id!: string;
}

@ObjectType("AssessedDependency", { description: "A line with its sovereignty score by the framework of its year." })
export class AssessedDependencyType extends DependencyType {
  @Field(() => SovereigntyScoreType, { nullable: true, description: "Null when nothing is assessed." })
  score!: SovereigntyScoreType | null;
  @Field(() => Boolean, { nullable: true, description: "Null without a target level or an assessment." })
  reachesTarget!: boolean | null;
}

@ObjectType("DeclaredDependency", { description: "A line of some ministry's inventory." })
export class DeclaredDependencyType {
  @Field(() => ID) roadmapId!: string;
  @Field(() => DependencyType) dependency!: DependencyType;
  organisationId!: string;
}

export const DeclaredDependencyConnectionType = countedConnectionType("DeclaredDependency", DeclaredDependencyType);
