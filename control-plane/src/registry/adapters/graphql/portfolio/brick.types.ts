import { Field, ID, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { BRICK_STATES, type BrickState } from "../../../domain/portfolio/brick.js";

const BrickStateEnum = graphqlEnum("BrickState", BRICK_STATES);
graphqlEnum("BrickTarget", ["recommended", "deprecated"] as const);

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

export const BrickResult = resultUnion("BrickResult", BrickType);
