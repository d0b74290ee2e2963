import { Field, ID, ObjectType } from "@nestjs/graphql";
import type { Role } from "../../../kernel/actor.js";
import { CHANGE_STATES, type ChangeState } from "../../../kernel/second-person.js";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { COUNTERSIGNED_ROLES, MEMBERSHIP_ACTS, type MembershipChange } from "../../domain/membership-change.js";
import { RoleEnum } from "./tenancy.types.js";

const ActEnum = graphqlEnum("MembershipAct", MEMBERSHIP_ACTS);
graphqlEnum("CountersignedRole", COUNTERSIGNED_ROLES);
const StateEnum = graphqlEnum("MembershipChangeState", CHANGE_STATES);

@ObjectType("MembershipChange", {
  description:
    "A role of the compliance cell or of an auditor that one person would give or end, and the cell decides.",
})
export class MembershipChangeType {
  @Field(() => ID) id!: string;
  @Field(() => ActEnum) act!: MembershipChange["act"];
  @Field(() => RoleEnum) role!: Role;
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo!: Date | null;
  @Field(() => String) reason!: string;
  @Field(() => StateEnum) state!: ChangeState;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
  personId!: string;
  proposedBy!: string;
  decidedBy!: string | null;
}

export const MembershipChangeResult = resultUnion("MembershipChangeResult", MembershipChangeType);
