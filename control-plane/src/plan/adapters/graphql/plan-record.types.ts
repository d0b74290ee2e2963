import { PLAN_KIND_NAMES, type PlanKindName } from "@socle/contracts";
import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { PLAN_ORDERS } from "../../ports/plan-record.store.port.js";

export const PlanRecordKindEnum = graphqlEnum("PlanRecordKind", PLAN_KIND_NAMES);
export const PlanRecordOrderEnum = graphqlEnum("PlanRecordOrder", PLAN_ORDERS);

@ObjectType("PlanRecordValue")
export class PlanRecordValueType {
  @Field(() => String) name!: string;
  @Field(() => String) value!: string;
}

@ObjectType("PlanRecordStep", { description: "A state that the record may be taken to." })
export class PlanRecordStepType {
  @Field(() => String) to!: string;
  @Field({ description: "Somebody else than whoever wrote the record decides on it." }) decided!: boolean;
}

@ObjectType("PlanRecord", {
  description: "Something that the plan names: what its fields and states are follows from its kind.",
})
export class PlanRecordType {
  @Field(() => ID) id!: string;
  @Field(() => PlanRecordKindEnum) kind!: PlanKindName;
  @Field(() => String) title!: string;
  @Field(() => [PlanRecordValueType], { description: "In the order of the kind's fields, without empty ones." })
  fields!: PlanRecordValueType[];
  @Field(() => String, { nullable: true, description: "First day of a window that ends on `dueOn`." })
  dueFrom!: string | null;
  @Field(() => String, { nullable: true }) dueOn!: string | null;
  @Field(() => String) source!: string;
  @Field({ description: "Made up for a sample." }) invented!: boolean;
  @Field(() => String) state!: string;
  @Field(() => [PlanRecordStepType]) steps!: PlanRecordStepType[];
  @Field(() => Date) declaredAt!: Date;
  @Field(() => Int) version!: number;
  organisationId!: string;
  declaredBy!: string;
}

export const PlanRecordConnectionType = connectionType("PlanRecord", PlanRecordType);
export const PlanRecordResult = resultUnion("PlanRecordResult", PlanRecordType);
