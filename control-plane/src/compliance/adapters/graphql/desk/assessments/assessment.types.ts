import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { JsonScalar } from "../../../../../platform/graphql/json.scalar.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import {
  ASSESSMENT_KINDS,
  ASSESSMENT_STATES,
  type Assessment,
  type AssessmentKind,
} from "../../../../domain/desk/assessments/assessment.js";
import { ASSESSMENT_STANDINGS, type AssessmentStanding } from "../../../../domain/desk/assessments/requirement.js";

const AssessmentKindEnum = graphqlEnum("AssessmentKind", ASSESSMENT_KINDS);
const AssessmentStateEnum = graphqlEnum("AssessmentState", ASSESSMENT_STATES);
const AssessmentStandingEnum = graphqlEnum("AssessmentStanding", ASSESSMENT_STANDINGS);

@ObjectType("Assessment", { description: "One edition; a later one supersedes it." })
export class AssessmentType {
  @Field(() => ID) id!: string;
  @Field(() => AssessmentKindEnum) kind!: AssessmentKind;
  @Field(() => Int) edition!: number;
  @Field(() => JsonScalar, { description: "By kind, as they were given." }) answers!: unknown;
  @Field(() => String) reference!: string;
  @Field(() => AssessmentStateEnum) state!: Assessment["state"];
  @Field(() => Date) draftedAt!: Date;
  @Field(() => Date, { nullable: true }) concludedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "First day on which it is to be done again." })
  reviewOn!: string | null;
  @Field(() => String, { nullable: true, description: "What the compliance cell found missing." })
  reviewReason!: string | null;
  @Field(() => Int) version!: number;
  organisationId!: string;
  useCaseId!: string;
  draftedByRef!: string;
  concludedByRef!: string | null;
}

export const AssessmentConnectionType = connectionType("Assessment", AssessmentType);

@ObjectType("AssessmentStatus", { description: "How one kind of assessment stands on a use case today." })
export class AssessmentStatusType {
  @Field(() => AssessmentKindEnum) kind!: AssessmentKind;
  @Field(() => AssessmentStandingEnum) standing!: AssessmentStanding;
  @Field(() => [AssessmentType], { description: "Latest edition first." }) editions!: readonly AssessmentType[];
}

@ObjectType("AiActDuty", { description: "What regulation (EU) 2024/1689 asks, and from when." })
export class AiActDutyType {
  @Field(() => String) code!: string;
  @Field(() => String) article!: string;
  @Field(() => String, { description: "First day on which it binds." }) from!: string;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
  @Field(() => Boolean, { nullable: true, description: "Null when the record cannot tell." }) met!: boolean | null;
  @Field(() => Boolean, { description: "It binds today and is not met." }) late!: boolean;
}

export const AssessmentResult = resultUnion("AssessmentResult", AssessmentType);
