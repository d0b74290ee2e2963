import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import type { Role } from "../../../kernel/actor.js";
import { CHANGE_STATES, type ChangeState } from "../../../kernel/second-person.js";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { RoleEnum } from "./tenancy.types.js";

const StateEnum = graphqlEnum("EmergencyAccessState", CHANGE_STATES);

@ObjectType("EmergencyAccess", {
  description: "A role that one person asks for in an emergency, another lends for hours, and the cell reviews.",
})
export class EmergencyAccessType {
  @Field(() => ID) id!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => Int) hours!: number;
  @Field(() => String) reason!: string;
  @Field(() => StateEnum) state!: ChangeState;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: "When it ends, or ended; null until it is confirmed." })
  endsAt!: Date | null;
  @Field(() => Date, { nullable: true }) reviewedAt!: Date | null;
  @Field(() => String, { nullable: true }) finding!: string | null;
  organisationId!: string;
  proposedBy!: string;
  decidedBy!: string | null;
  reviewedBy!: string | null;
}

export const EmergencyAccessResult = resultUnion("EmergencyAccessResult", EmergencyAccessType);
