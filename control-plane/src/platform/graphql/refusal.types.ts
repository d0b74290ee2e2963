import { Field, Int, InterfaceType, ObjectType } from "@nestjs/graphql";
import type { Refusal } from "../../kernel/refusal.js";

@InterfaceType("Refusal", {
  description: "Why an operation was not carried out: an expected answer, not an error.",
  resolveType: (value: object) => value.constructor,
})
export abstract class RefusalType {
  @Field(() => String) code!: string;
  @Field(() => String) message!: string;
}

@ObjectType("InputIssue")
class InputIssueType {
  @Field(() => String) path!: string;
  @Field(() => String) message!: string;
}

@ObjectType("RuleLegalText")
class RuleLegalTextType {
  @Field(() => String) text!: string;
  @Field(() => String) url!: string;
}

@ObjectType("RuleRemedy", { description: "What would make a rule silent." })
class RuleRemedyType {
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
}

@ObjectType("RuleGround", { description: "Why a rule says no, in its own words." })
class RuleGroundType {
  @Field(() => String) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
  @Field(() => [RuleLegalTextType]) legal!: readonly RuleLegalTextType[];
  @Field(() => String, { description: "First day in Paris." }) from!: string;
  @Field(() => String, { nullable: true, description: "Last day." }) to!: string | null;
  @Field(() => RuleRemedyType, { nullable: true }) remedy!: RuleRemedyType | null;
  @Field(() => [String], { description: "Who may lift it together." }) derogableBy!: readonly string[];
}

@ObjectType("Condition")
export class ConditionType {
  @Field(() => String) code!: string;
  @Field(() => Boolean) met!: boolean;
  @Field(() => String) message!: string;
  @Field(() => RuleGroundType, { nullable: true, description: "The policy rule that it comes from." })
  rule?: RuleGroundType;
}

@ObjectType("InvalidInput", { implements: () => RefusalType })
class InvalidInputType extends RefusalType {
  @Field(() => [InputIssueType]) issues!: InputIssueType[];
}

@ObjectType("Forbidden", { implements: () => RefusalType })
class ForbiddenType extends RefusalType {
  @Field(() => String) action!: string;
  @Field(() => String) subject!: string;
}

@ObjectType("NotFound", { implements: () => RefusalType })
class NotFoundType extends RefusalType {}

@ObjectType("Conflict", { implements: () => RefusalType })
class ConflictType extends RefusalType {}

@ObjectType("GuardRefusal", {
  implements: () => RefusalType,
  description: "A guard or rule said no; each unmet condition is listed with what would satisfy it.",
})
class GuardRefusalType extends RefusalType {
  @Field(() => [ConditionType]) conditions!: ConditionType[];
}

const MEMBERS = {
  InvalidInput: InvalidInputType,
  Forbidden: ForbiddenType,
  NotFound: NotFoundType,
  Conflict: ConflictType,
  GuardRefusal: GuardRefusalType,
} as const satisfies Record<Refusal["kind"], new () => RefusalType>;

export const refusalClass = (kind: Refusal["kind"]): new () => RefusalType => MEMBERS[kind];

/** The refusal as an instance of its GraphQL type, by which unions tell it from a success. */
export const refusalMember = (refusal: Refusal): RefusalType => {
  const { kind, ...fields } = refusal;
  return Object.assign(new MEMBERS[kind](), fields);
};
