import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../../platform/graphql/result-union.js";
import { inputType } from "../../../../platform/graphql/input-type.js";
import { policyFile } from "../../../use-cases/bundles/bundle.input.js";
import { connectionType } from "../../../../platform/graphql/page.types.js";
import { PROPOSAL_STATES, type ProposalState } from "../../../domain/bundles/proposal.js";

export const ProposalStateEnum = graphqlEnum("PolicyProposalState", PROPOSAL_STATES);

@ObjectType("BilingualText")
export class BilingualTextType {
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
}

@ObjectType("PolicyLegalText")
class PolicyLegalTextType {
  @Field(() => String) text!: string;
  @Field(() => String) url!: string;
}

@ObjectType("PolicyDerogable", { description: "Who can lift the rule together, and for how long at most." })
class PolicyDerogableType {
  @Field(() => [String]) by!: readonly string[];
  @Field(() => Int) maxMonths!: number;
}

@ObjectType("PolicyRule", { description: "One rule of a bundle, as its file says it." })
export class PolicyRuleType {
  @Field(() => String, { description: "Family and rule, such as sovereignty/exit-plan." }) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) owner!: string;
  @Field(() => String, { description: "deny, require, clamp, warn or prefer." }) effect!: string;
  @Field(() => String, { description: "enforce, shadow or off." }) mode!: string;
  @Field(() => [String], { description: "What it guards: requests, use cases, models, deployments, pools, workloads." })
  appliesTo!: readonly string[];
  @Field(() => String, { description: "CEL over the facts; true means that it fires." }) when!: string;
  @Field(() => String) reasonCode!: string;
  @Field(() => BilingualTextType) reason!: BilingualTextType;
  @Field(() => BilingualTextType, { nullable: true }) remedy!: BilingualTextType | null;
  @Field(() => [PolicyLegalTextType]) legal!: readonly PolicyLegalTextType[];
  @Field(() => String, { description: "First day in Paris." }) effectiveFrom!: string;
  @Field(() => String, { nullable: true, description: "Last day." }) effectiveTo!: string | null;
  @Field(() => PolicyDerogableType, { nullable: true }) derogable!: PolicyDerogableType | null;
}

@ObjectType("PolicyFile")
export class PolicyFileType {
  @Field(() => String) path!: string;
  @Field(() => String) text!: string;
}

export const PolicyFileInput = inputType("PolicyFileInput", policyFile);

@ObjectType("PolicyBundle", { description: "A set of rules, known by the digest of what it means." })
export class PolicyBundleType {
  @Field(() => ID) digest!: string;
  @Field(() => Boolean, { description: "In force now." }) active!: boolean;
  @Field(() => Int) ruleCount!: number;
  @Field(() => Date, { nullable: true, description: "Nothing while it only comes with the software." })
  keptAt!: Date | null;
}

export const PolicyBundleConnectionType = connectionType("PolicyBundle", PolicyBundleType);

@ObjectType("RuleDifference", { description: "A rule that two bundles do not hold alike." })
export class RuleDifferenceType {
  @Field(() => String) id!: string;
  @Field(() => String, { description: "added, removed or changed." }) kind!: string;
  @Field(() => [String], { description: "Fields that differ, of a changed rule." }) fields!: readonly string[];
  @Field(() => PolicyRuleType, { nullable: true }) before!: PolicyRuleType | null;
  @Field(() => PolicyRuleType, { nullable: true }) after!: PolicyRuleType | null;
}

@ObjectType("PolicyFault", { description: "What refuses a whole bundle, where an author finds it." })
class PolicyFaultType {
  @Field(() => String) path!: string;
  @Field(() => Int) line!: number;
  @Field(() => Int) column!: number;
  @Field(() => String) message!: string;
}

@ObjectType("PolicyNotice", { description: "What an author should know of a bundle that loads." })
class PolicyNoticeType {
  @Field(() => String) code!: string;
  @Field(() => String) rule!: string;
  @Field(() => String) fr!: string;
  @Field(() => String) en!: string;
}

@ObjectType("PolicyCheck", { description: "What would come of proposing these files; nothing is kept." })
export class PolicyCheckType {
  @Field(() => String, { nullable: true, description: "Nothing when they do not load." }) digest!: string | null;
  @Field(() => [PolicyFaultType]) faults!: readonly PolicyFaultType[];
  @Field(() => [PolicyNoticeType]) notices!: readonly PolicyNoticeType[];
  @Field(() => [RuleDifferenceType], { description: "From the rules in force to these." })
  differences!: readonly RuleDifferenceType[];
}

@ObjectType("PolicyActivation", { description: "A bundle that came into force." })
export class PolicyActivationType {
  @Field(() => Int) number!: number;
  @Field(() => String) digest!: string;
  @Field(() => String) previousDigest!: string;
  @Field(() => ID) proposalId!: string;
  @Field(() => Date) at!: Date;
  proposedByRef!: string;
  approvedByRef!: string;
}

@ObjectType("PolicyProposal", { description: "A bundle that somebody wants in force; somebody else decides." })
export class PolicyProposalType {
  @Field(() => ID) id!: string;
  @Field(() => String) digest!: string;
  @Field(() => String, { description: "The bundle that was in force when it was made." }) baseDigest!: string;
  @Field(() => String) motive!: string;
  @Field(() => Boolean, {
    description: "Its author signed for the compliance cell; otherwise the cell alone approves.",
  })
  complianceSigned!: boolean;
  @Field(() => ProposalStateEnum) state!: ProposalState;
  @Field(() => Date) proposedAt!: Date;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true }) decisionReason!: string | null;
  @Field(() => Int) version!: number;
  proposedByRef!: string;
  decidedByRef!: string | null;
  organisationId!: string;
}

export const PolicyProposalConnectionType = connectionType("PolicyProposal", PolicyProposalType);

export const ProposalResult = resultUnion("PolicyProposalResult", PolicyProposalType);
