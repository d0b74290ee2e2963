import { Field, ID, ObjectType } from "@nestjs/graphql";
import { JsonScalar } from "../../../platform/graphql/json.scalar.js";
import { connectionType } from "../../../platform/graphql/page.types.js";

@ObjectType("GovernanceEvent")
export class GovernanceEventType {
  @Field(() => ID) id!: string;
  @Field(() => Date) at!: Date;
  @Field(() => String) actor!: string;
  @Field(() => String) useCase!: string;
  @Field(() => String) subjectType!: string;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => JsonScalar) data!: unknown;
  organisationId!: string;
}

export const GovernanceEventConnectionType = connectionType("GovernanceEvent", GovernanceEventType);
