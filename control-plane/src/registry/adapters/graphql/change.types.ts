import { Field, ID, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { CHANGE_STATES } from "../../../kernel/second-person.js";
import type { UseCaseChange } from "../../domain/change.js";
import type { FieldChange } from "../../domain/material.js";
import { CHANGE_RIGHTS } from "../../use-cases/life-cycle/decide-change.use-case.js";

const ChangeStateEnum = graphqlEnum("UseCaseChangeState", CHANGE_STATES);
const ChangeRightEnum = graphqlEnum("DecideChangeRight", CHANGE_RIGHTS);

@ObjectType("FieldChange")
export class FieldChangeType {
  @Field(() => String, { description: "`labels`, `dossier.exitPlan`, `evidence.training_plan`…" })
  field!: string;
  @Field(() => String, { nullable: true, description: "As JSON; null where there was nothing." })
  before!: string | null;
  @Field(() => String, { nullable: true, description: "As JSON; null where there will be nothing." })
  after!: string | null;
}

@ObjectType("UseCaseChange", { description: "What one person would have a use case say, and another decides." })
export class UseCaseChangeType {
  @Field(() => ID) id!: string;
  @Field(() => [FieldChangeType]) changes!: FieldChangeType[];
  @Field(() => String) reason!: string;
  @Field(() => ChangeRightEnum, { description: "The right that deciding asks for." })
  right!: UseCaseChange["right"];
  @Field(() => ChangeStateEnum) state!: UseCaseChange["state"];
  @Field(() => String) proposedBy!: string;
  @Field(() => Boolean, { description: "Who asks is its author." })
  own!: boolean;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
}

const written = (value: unknown): string | null => (value == null ? null : JSON.stringify(value));

/** @param asker `actorRef` of whoever looks */
export const changeView = ({ changes, ...change }: UseCaseChange, asker: string): UseCaseChangeType => ({
  ...change,
  own: change.proposedBy === asker,
  changes: changes.map(({ field, before, after }: FieldChange) => ({
    field,
    before: written(before),
    after: written(after),
  })),
});
