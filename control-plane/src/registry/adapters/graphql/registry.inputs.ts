import { Field, ID, InputType, Int } from "@nestjs/graphql";
import type { ServiceClass, UseCaseState } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { SortDirection } from "../../../platform/graphql/page.types.js";
import type { DecisionRole, StaffEffect } from "../../domain/ai-use-case.js";
import type { EvidenceKind } from "../../domain/evidence.js";
import { USE_CASE_SORT_FIELDS, type UseCaseSortField } from "../../ports/use-case-catalogue.port.js";
import { DossierType } from "./dossier/dossier.types.js";
import {
  DecisionRoleEnum,
  EvidenceKindEnum,
  ServiceClassEnum,
  StaffEffectEnum,
  UseCaseStateEnum,
} from "./use-case.types.js";

const UseCaseSortFieldEnum = graphqlEnum("UseCaseSortField", USE_CASE_SORT_FIELDS);

@InputType("UseCaseFilter")
export class UseCaseFilterInput {
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => [UseCaseStateEnum], { nullable: true }) state?: UseCaseState[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
}

@InputType("UseCaseSort")
export class UseCaseSortInput {
  @Field(() => UseCaseSortFieldEnum) field!: UseCaseSortField;
  @Field(() => SortDirection) direction!: SortDirection;
}

@InputType("DeclareUseCaseInput")
export class DeclareUseCaseFields {
  @Field(() => String) name!: string;
  @Field(() => String) description!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => [String]) labels!: string[];
  @Field(() => ServiceClassEnum) serviceClass!: ServiceClass;
  @Field(() => Int) maxOutputTokens!: number;
  @Field(() => DecisionRoleEnum) decisionRole!: DecisionRole;
  @Field(() => String) ownerEmail!: string;
  @Field(() => String) oversight!: string;
  @Field(() => Boolean, { nullable: true }) affectsIndividuals?: boolean;
  @Field(() => StaffEffectEnum, { nullable: true }) staffEffect?: StaffEffect;
  @Field(() => DossierType, { nullable: true }) dossier?: DossierType;
  @Field(() => String, { nullable: true, description: "The same key twice creates once." })
  idempotencyKey?: string | null;
}

@InputType("AmendUseCaseInput", {
  description: "Fields that are absent or null stay; a null inside the dossier takes out.",
})
export class AmendUseCaseFields {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: "The version that was looked at." }) version!: number;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => [String], { nullable: true }) labels?: string[] | null;
  @Field(() => ServiceClassEnum, { nullable: true }) serviceClass?: ServiceClass | null;
  @Field(() => Int, { nullable: true }) maxOutputTokens?: number | null;
  @Field(() => DecisionRoleEnum, { nullable: true }) decisionRole?: DecisionRole | null;
  @Field(() => Boolean, { nullable: true }) affectsIndividuals?: boolean | null;
  @Field(() => StaffEffectEnum, { nullable: true }) staffEffect?: StaffEffect | null;
  @Field(() => String, { nullable: true }) ownerEmail?: string | null;
  @Field(() => String, { nullable: true }) oversight?: string | null;
  @Field(() => DossierType, { nullable: true }) dossier?: DossierType | null;
}

@InputType("TransitionUseCaseInput")
export class TransitionUseCaseFields {
  @Field(() => ID) id!: string;
  @Field(() => UseCaseStateEnum) to!: UseCaseState;
  @Field(() => String) reason!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true, description: "With MERGED: the use case that takes this one over." })
  intoId?: string | null;
}

@InputType("RecordEvidenceInput")
export class RecordEvidenceFields {
  @Field(() => ID) id!: string;
  @Field(() => EvidenceKindEnum) kind!: EvidenceKind;
  @Field(() => String) reference!: string;
  @Field(() => Int) version!: number;
}

@InputType("RegisterApplicationInput")
export class RegisterApplicationFields {
  @Field(() => ID) useCaseId!: string;
  @Field(() => String) name!: string;
  @Field(() => String) environment!: string;
  @Field(() => [String], { nullable: true }) models?: string[] | null;
  @Field(() => String, { nullable: true, description: "The same key twice creates once." })
  idempotencyKey?: string | null;
}

@InputType("IssueKeyInput")
export class IssueKeyFields {
  @Field(() => ID) applicationId!: string;
  @Field(() => Int) validDays!: number;
}

@InputType("RevokeKeyInput")
export class RevokeKeyFields {
  @Field(() => ID) keyId!: string;
  @Field(() => String) reason!: string;
}
