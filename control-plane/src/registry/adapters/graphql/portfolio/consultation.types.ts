import { Field, ID, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { CONVERGENCE_STATUSES, type Convergence } from "../../../domain/ai-use-case.js";
import { STAFF_OPINIONS, type StaffConsultation } from "../../../domain/portfolio/staff-consultation.js";
import { UseCaseType } from "../use-case.types.js";

const StaffOpinionEnum = graphqlEnum("StaffOpinion", STAFF_OPINIONS);
const ConvergenceStatusEnum = graphqlEnum("ConvergenceStatus", CONVERGENCE_STATUSES);

@ObjectType("StaffConsultation")
export class StaffConsultationType {
  @Field(() => ID) id!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { description: "A day, such as 2026-06-16." }) heldOn!: string;
  @Field(() => StaffOpinionEnum) opinion!: StaffConsultation["opinion"];
  @Field(() => String) summary!: string;
  @Field(() => String, { nullable: true }) documentUrl!: string | null;
}

@ObjectType("Convergence")
export class ConvergenceType {
  @Field(() => ConvergenceStatusEnum) status!: Convergence["status"];
  @Field(() => UseCaseType, { nullable: true, description: "What it gives way to." }) target!: UseCaseType | null;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true, description: "Day by which it has, or by which it is looked at again." })
  by!: string | null;
}

export const ConsultationResult = resultUnion("StaffConsultationResult", StaffConsultationType);
