import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { REFERENCE_KINDS, type ReferenceKind } from "../../domain/consolidation/consolidation-input.js";
import type { DependencyDomain } from "../../domain/dependency.js";
import type { RoadmapState } from "../../domain/roadmap.js";
import { DependencyDomainEnum } from "./dependency.types.js";
import { RoadmapStateEnum } from "./roadmap.types.js";

@ObjectType("RoadmapMinistryStatus")
class MinistryStatusType {
  @Field(() => ID) organisationId!: string;
  @Field(() => String) organisationName!: string;
  @Field(() => RoadmapStateEnum, { nullable: true, description: "Null when no roadmap was opened." })
  state!: RoadmapState | null;
  @Field(() => Boolean) late!: boolean;
  @Field(() => Int) dependencies!: number;
  @Field(() => Float) euros!: number;
}

@ObjectType("VendorSpend")
class VendorSpendType {
  @Field(() => String) vendor!: string;
  @Field(() => Float) euros!: number;
  @Field(() => Int) lines!: number;
  @Field(() => Int) ministries!: number;
}

@ObjectType("DomainSpend")
class DomainSpendType {
  @Field(() => DependencyDomainEnum) domain!: DependencyDomain;
  @Field(() => Float) euros!: number;
  @Field(() => Int) lines!: number;
}

@ObjectType("YearSpend")
class YearSpendType {
  @Field(() => Int) year!: number;
  @Field(() => DependencyDomainEnum) domain!: DependencyDomain;
  @Field(() => Float) euros!: number;
}

const ReferenceKindEnum = graphqlEnum("ReferenceKind", REFERENCE_KINDS);

@ObjectType("ReferenceCoverage", { description: "A figure of the plan beside what ministries declared of it." })
class ReferenceCoverageType {
  @Field(() => String) label!: string;
  @Field(() => ReferenceKindEnum) kind!: ReferenceKind;
  @Field(() => String, { nullable: true }) vendor!: string | null;
  @Field(() => DependencyDomainEnum, { nullable: true }) domain!: DependencyDomain | null;
  @Field(() => Float) euros!: number;
  @Field(() => String) source!: string;
  @Field(() => Float) declaredEuros!: number;
}

@ObjectType("Renewal")
class RenewalType {
  @Field(() => String) organisationName!: string;
  @Field(() => String) product!: string;
  @Field(() => String) date!: string;
  @Field(() => String, { nullable: true }) noticeDate!: string | null;
  @Field(() => Float) euros!: number;
}

@ObjectType("NegotiationWindow", { description: "Renewals of one vendor that ministries could negotiate as one." })
class NegotiationWindowType {
  @Field(() => String) vendor!: string;
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
  @Field(() => String) actBefore!: string;
  @Field(() => Float) euros!: number;
  @Field(() => Int) ministries!: number;
  @Field(() => [RenewalType]) renewals!: readonly RenewalType[];
}

@ObjectType("RoadmapSavings")
class SavingsType {
  @Field(() => Float) oneOffCostEuros!: number;
  @Field(() => Float) yearlySavingEuros!: number;
  @Field(() => Float) reachedEuros!: number;
  @Field(() => Float, { nullable: true }) paybackYears!: number | null;
  @Field(() => Int) usersMigrated!: number;
  @Field(() => Int) usersTotal!: number;
}

@ObjectType("Insourcing")
class InsourcingType {
  @Field(() => Float) internalEuros!: number;
  @Field(() => Float) externalRemovedEuros!: number;
  @Field(() => Float) ratio!: number;
}

@ObjectType("SealCount")
class SealCountType {
  @Field(() => Int, { nullable: true, description: "Null for lines without an assessment." }) seal!: number | null;
  @Field(() => Int) lines!: number;
  @Field(() => Float) euros!: number;
}

@ObjectType("RoadmapFollowUp")
class FollowUpType {
  @Field(() => String) organisationName!: string;
  @Field(() => String) what!: string;
  @Field(() => String, { description: "A code that the console has words for." }) why!: string;
}

@ObjectType("RoadmapReportFigures")
class ReportFiguresType {
  @Field(() => [MinistryStatusType]) ministries!: readonly MinistryStatusType[];
  @Field(() => Float) totalEuros!: number;
  @Field(() => [VendorSpendType]) vendors!: readonly VendorSpendType[];
  @Field(() => [DomainSpendType]) domains!: readonly DomainSpendType[];
  @Field(() => [YearSpendType]) years!: readonly YearSpendType[];
  @Field(() => [ReferenceCoverageType]) references!: readonly ReferenceCoverageType[];
  @Field(() => [NegotiationWindowType]) windows!: readonly NegotiationWindowType[];
  @Field(() => SavingsType) savings!: SavingsType;
  @Field(() => InsourcingType) insourcing!: InsourcingType;
  @Field(() => [SealCountType]) seals!: readonly SealCountType[];
  @Field(() => [FollowUpType]) blocked!: readonly FollowUpType[];
  @Field(() => [FollowUpType]) untriedExits!: readonly FollowUpType[];
  @Field(() => String) frameworkVersion!: string;
}

@ObjectType("RoadmapReport", { description: "The State's dependencies as declared; computed once, never changed." })
export class RoadmapReportType {
  @Field(() => ID) id!: string;
  @Field(() => Int) year!: number;
  @Field(() => Date) computedAt!: Date;
  @Field(() => String, { description: "SHA-256 over everything that was read." }) inputDigest!: string;
  @Field(() => Int) windowMonths!: number;
  @Field(() => ReportFiguresType) report!: ReportFiguresType;
}

export const RoadmapReportResult = resultUnion("RoadmapReportResult", RoadmapReportType);
