import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { JsonScalar } from "../../../platform/graphql/json.scalar.js";
import { connectionType } from "../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_STATES,
  type CampaignKind,
  type CampaignState,
} from "../../domain/campaign/campaign.js";
import { SUBMISSION_TARGETS } from "../../domain/submission/submission.js";
import type { FieldRule, FieldValue } from "../../domain/template/template-field.js";

export const CampaignKindEnum = graphqlEnum("CampaignKind", CAMPAIGN_KINDS);
export const CampaignStateEnum = graphqlEnum("CampaignState", CAMPAIGN_STATES);
export const SubmissionTargetEnum = graphqlEnum("SubmissionTarget", SUBMISSION_TARGETS);

@ObjectType("Words", { description: "The same sentence in both languages." })
export class WordsType {
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
}

@ObjectType("TemplateField", { description: "A field of a declaration's line or of a need: its bounds and its words." })
export class TemplateFieldType {
  @Field(() => String) key!: string;
  @Field(() => WordsType) header!: WordsType;
  @Field(() => WordsType) help!: WordsType;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => Boolean) required!: boolean;
  @Field(() => JsonScalar, { description: "`{kind, …}`: bounds, choices with their words, known values." })
  rule!: FieldRule;
  @Field(() => JsonScalar, { nullable: true, description: "Taken when nothing is given." }) fallback!: FieldValue;
}

@ObjectType("CampaignCompleteness", { description: "How far an organisation is with its answer." })
export class CampaignCompletenessType {
  @Field(() => String, { nullable: true, description: "State of its declaration; null when it has none." })
  declarationState!: string | null;
  @Field(() => Int) lines!: number;
  @Field(() => Int) gpus!: number;
  @Field(() => Int) needs!: number;
  @Field(() => Int, { description: "Needs that ARIANE took over." }) acceptedNeeds!: number;
  @Field(() => Float, { description: "Share of the fields that lines and needs fill, 0 to 1." }) filled!: number;
  @Field(() => [String], { description: "Codes of what is missing; empty when the answer is whole." })
  missing!: readonly string[];
  @Field(() => Date, { nullable: true }) lastReminderAt!: Date | null;
  organisationId!: string;
}

@ObjectType("Campaign")
export class CampaignType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => CampaignKindEnum) kind!: CampaignKind;
  @Field(() => CampaignStateEnum) state!: CampaignState;
  @Field(() => Date) opensAt!: Date;
  @Field(() => Date) closesAt!: Date;
  @Field(() => [ID], { description: "Organisations that are asked, with those below them; empty for all." })
  scope!: readonly string[];
  @Field(() => Int) templateVersion!: number;
  @Field(() => [String]) quarters!: readonly string[];
  @Field(() => [Int], { description: "Days before the end at which those who are not done are reminded." })
  reminderDays!: readonly number[];
  @Field(() => Date) createdAt!: Date;
  @Field(() => Int) version!: number;
}

export const CampaignConnectionType = connectionType("Campaign", CampaignType);

@InputType("CampaignFilter")
export class CampaignFilterInput {
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => [CampaignStateEnum], { nullable: true }) state?: CampaignState[] | null;
  @Field(() => CampaignKindEnum, { nullable: true }) kind?: CampaignKind | null;
}

export const CampaignResult = resultUnion("CampaignResult", CampaignType);
