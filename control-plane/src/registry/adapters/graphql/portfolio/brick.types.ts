import { Field, ID, InputType, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { BRICK_STATES, BRICK_STEPS, type BrickState } from "../../../domain/portfolio/brick.js";

const BrickStateEnum = graphqlEnum("BrickState", BRICK_STATES);
const BrickTargetEnum = graphqlEnum("BrickTarget", ["recommended", "deprecated"] as const);

@ObjectType("Brick", { description: "A reusable part of the common base." })
export class BrickType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String) description!: string;
  @Field(() => String) repositoryUrl!: string;
  @Field(() => String, { description: "SPDX identifier." }) licence!: string;
  @Field(() => String, { nullable: true }) publiccodeUrl!: string | null;
  @Field(() => BrickStateEnum) state!: BrickState;
  @Field(() => Date) listedAt!: Date;
  organisationId!: string;
}

@InputType("ListBrickInput")
export class ListBrickFields {
  @Field(() => ID) organisationId!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String) description!: string;
  @Field(() => String) repositoryUrl!: string;
  @Field(() => String) licence!: string;
  @Field(() => String, { nullable: true }) publiccodeUrl?: string | null;
  @Field(() => String, { nullable: true, description: "The same key twice creates once." })
  idempotencyKey?: string | null;
}

@InputType("MoveBrickInput")
export class MoveBrickFields {
  @Field(() => ID) id!: string;
  @Field(() => BrickTargetEnum) to!: keyof typeof BRICK_STEPS;
  @Field(() => String) reason!: string;
}

@InputType("UseBrickInput")
export class UseBrickFields {
  @Field(() => ID) useCaseId!: string;
  @Field(() => ID) brickId!: string;
}

export const BrickResult = resultUnion("BrickResult", BrickType);
