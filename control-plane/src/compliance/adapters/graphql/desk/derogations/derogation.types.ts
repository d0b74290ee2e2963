import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../../platform/graphql/graphql-enum.js";
import { connectionType } from "../../../../../platform/graphql/page.types.js";
import { resultUnion } from "../../../../../platform/graphql/result-union.js";
import {
  DEROGATION_STATES,
  type Derogation,
  type DerogationStanding,
} from "../../../../domain/desk/derogations/derogation.js";

const DerogationStateEnum = graphqlEnum("DerogationState", DEROGATION_STATES);
const DerogationStandingEnum = graphqlEnum("DerogationStanding", [
  ...(["requested", "endorsed", "refused", "withdrawn", "revoked"] as const),
  ...(["planned", "active", "expired"] as const),
]);

@ObjectType("AuthorityDecision")
export class AuthorityDecisionType {
  @Field(() => String) authority!: string;
  @Field(() => String) reference!: string;
  @Field(() => String, { description: "A day, such as 2026-09-30." }) on!: string;
}

@ObjectType("Derogation", { description: "Lifts one rule for one use case, from its first day to its last, in Paris." })
export class DerogationType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: "`family/rule`." }) rule!: string;
  @Field(() => ID, { nullable: true, description: "Null for every pool." }) poolId!: string | null;
  @Field(() => String) motive!: string;
  @Field(() => String) guarantees!: string;
  @Field(() => String, { description: "What the public is told." }) notice!: string;
  @Field(() => String, { nullable: true }) noticeUrl!: string | null;
  @Field(() => [String], { description: "Who has to decide." }) authorities!: readonly string[];
  @Field(() => [AuthorityDecisionType]) decisions!: readonly AuthorityDecisionType[];
  @Field(() => String) startsOn!: string;
  @Field(() => String) endsOn!: string;
  @Field(() => DerogationStateEnum) state!: Derogation["state"];
  @Field(() => DerogationStandingEnum, { description: "What it amounts to today." }) standing!: DerogationStanding;
  @Field(() => Date) requestedAt!: Date;
  @Field(() => Date, { nullable: true }) closedAt!: Date | null;
  @Field(() => String, { nullable: true }) closeReason!: string | null;
  @Field(() => Int) version!: number;
  organisationId!: string;
  useCaseId!: string;
  requestedByRef!: string;
  endorsedByRef!: string | null;
  grantedByRef!: string | null;
}

export const DerogationConnectionType = connectionType("Derogation", DerogationType);

@ObjectType("DerogationNotice", { description: "What everybody may read of a granted derogation." })
export class DerogationNoticeType {
  @Field(() => ID) derogationId!: string;
  @Field(() => String) rule!: string;
  @Field(() => String) body!: string;
  @Field(() => String) useCase!: string;
  @Field(() => [AuthorityDecisionType]) decisions!: readonly AuthorityDecisionType[];
  @Field(() => String) notice!: string;
  @Field(() => String, { nullable: true }) noticeUrl!: string | null;
  @Field(() => String) startsOn!: string;
  @Field(() => String) endsOn!: string;
  @Field(() => Date) publishedAt!: Date;
  @Field(() => Date, { nullable: true }) revokedAt!: Date | null;
}

export const DerogationNoticeConnectionType = connectionType("DerogationNotice", DerogationNoticeType);

@ObjectType("MarketSearch", { description: "Whether an offer makes a derogation from a rule needless for a use case." })
export class MarketSearchType {
  @Field(() => ID) id!: string;
  @Field(() => String) rule!: string;
  @Field(() => String, { nullable: true, description: "Null when none was found." }) offer!: string | null;
  @Field(() => String, { description: "Since when it is to be had, or the day of the search." }) on!: string;
  @Field(() => String) reference!: string;
  @Field(() => Boolean) standing!: boolean;
  @Field(() => Date) foundAt!: Date;
  @Field(() => Int) version!: number;
  useCaseId!: string;
}

@ObjectType("RuleTerms", { description: "A rule in force, and who may lift it." })
export class RuleTermsType {
  @Field(() => String) id!: string;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
  @Field(() => [String], { description: "Empty when nobody can derogate." }) authorities!: readonly string[];
  @Field(() => Int, { nullable: true }) maxMonths!: number | null;
}

export const MarketSearchResult = resultUnion("MarketSearchResult", MarketSearchType);

export const DerogationResult = resultUnion("DerogationResult", DerogationType);
