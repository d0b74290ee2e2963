import { Field, ID, InputType, ObjectType } from "@nestjs/graphql";
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

@ObjectType("JournalActor", { description: "Who acted, as an event names them." })
export class JournalActorType {
  @Field(() => String) actor!: string;
  @Field(() => String, { nullable: true, description: "Of a person; a part of the platform has none." })
  name!: string | null;
}

@InputType("GovernanceEventFilter")
export class GovernanceEventFilterType {
  @Field(() => [String], { nullable: true, description: "Names of acts, such as `registry.suspend-use-case`." })
  acts?: string[] | null;
  @Field(() => String, { nullable: true, description: "As an event names it." }) actor?: string | null;
  @Field(() => ID, { nullable: true, description: "With the organisations below it." }) organisationId?: string | null;
  @Field(() => Date, { nullable: true }) from?: Date | null;
  @Field(() => Date, { nullable: true, description: "Not included." }) to?: Date | null;
}
