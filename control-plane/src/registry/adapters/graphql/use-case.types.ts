import { Field, ID, Int, ObjectType } from "@nestjs/graphql";
import { SERVICE_CLASSES, USE_CASE_STATES, type ServiceClass, type UseCaseState } from "@socle/contracts";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { countedConnectionType } from "../../../platform/graphql/page.types.js";
import { ConditionType } from "../../../platform/graphql/refusal.types.js";
import {
  DECISION_ROLES,
  STAFF_EFFECTS,
  type AiUseCase,
  type DecisionRole,
  type StaffEffect,
} from "../../domain/ai-use-case.js";
import { EVIDENCE_KINDS, type EvidenceKind } from "../../domain/evidence.js";
import { CompletenessType } from "./dossier/completeness.types.js";
import type { Dossier } from "../../domain/dossier/dossier.js";
import { DossierType } from "./dossier/dossier.types.js";

export const UseCaseStateEnum = graphqlEnum("UseCaseState", USE_CASE_STATES);
export const ServiceClassEnum = graphqlEnum("ServiceClass", SERVICE_CLASSES);
export const DecisionRoleEnum = graphqlEnum("DecisionRole", DECISION_ROLES);
export const StaffEffectEnum = graphqlEnum("StaffEffect", STAFF_EFFECTS);
export const EvidenceKindEnum = graphqlEnum("EvidenceKind", EVIDENCE_KINDS);

@ObjectType("Evidence", { description: "A piece that guards ask for, by reference." })
export class EvidenceType {
  @Field(() => EvidenceKindEnum) kind!: EvidenceKind;
  @Field(() => String) reference!: string;
}

/** Other rooms add fields, such as what it used. */
@ObjectType("UseCase")
export class UseCaseType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String) description!: string;
  @Field(() => UseCaseStateEnum) state!: UseCaseState;
  @Field(() => UseCaseStateEnum, { nullable: true, description: "While suspended: the state to come back to." })
  suspendedFrom!: UseCaseState | null;
  @Field(() => [String]) labels!: readonly string[];
  @Field(() => ServiceClassEnum) serviceClass!: ServiceClass;
  @Field(() => Int) maxOutputTokens!: number;
  @Field(() => DecisionRoleEnum) decisionRole!: DecisionRole;
  @Field(() => Boolean) affectsIndividuals!: boolean;
  @Field(() => StaffEffectEnum) staffEffect!: StaffEffect;
  @Field(() => String) ownerEmail!: string;
  @Field(() => String) oversight!: string;
  @Field(() => [EvidenceType]) evidence!: EvidenceType[];
  @Field(() => String) declaredBy!: string;
  @Field(() => Date) declaredAt!: Date;
  @Field(() => DossierType) dossier!: Dossier;
  @Field(() => CompletenessType) completeness!: CompletenessType;
  @Field(() => [String], { description: "What rules or guards read and one person does not change alone now." })
  materialFields!: readonly string[];
  @Field(() => Int) version!: number;
  organisationId!: string;
  amendedByRef!: string | null;
  mergedIntoId!: string | null;
  convergenceDecision!: AiUseCase["convergence"];
}

@ObjectType("Transition")
export class TransitionType {
  @Field(() => UseCaseStateEnum) to!: UseCaseState;
  @Field(() => Boolean) allowed!: boolean;
  @Field(() => String, { nullable: true, description: "Why this person may not, when not allowed." })
  reason!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The same as a code: the right that is missing, or `use_case.guard_unmet`; null when allowed.",
  })
  reasonCode!: string | null;
  @Field(() => [ConditionType]) conditions!: readonly ConditionType[];
}

@ObjectType("UseCaseEvent")
export class UseCaseEventType {
  @Field(() => Date) at!: Date;
  @Field(() => UseCaseStateEnum, { nullable: true }) from!: UseCaseState | null;
  @Field(() => UseCaseStateEnum) to!: UseCaseState;
  @Field(() => String) by!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
}

export const UseCaseConnectionType = countedConnectionType("UseCase", UseCaseType);
