import { Field, ID, InputType } from "@nestjs/graphql";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import type { OrganisationKind } from "../../domain/organisation.js";
import { OrganisationKindEnum, OrganisationType } from "./tenancy.types.js";

@InputType("CreateOrganisationInput")
export class CreateOrganisationFields {
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) acronym?: string | null;
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind;
  @Field(() => String, { nullable: true }) siren?: string | null;
  @Field(() => String, { nullable: true }) siret?: string | null;
  @Field(() => ID) parentId!: string;
  @Field(() => Date) validFrom!: Date;
}

@InputType("RenameOrganisationInput")
export class RenameOrganisationFields {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) acronym?: string | null;
  @Field(() => Date, { nullable: true, description: "Today when absent." }) effectiveOn?: Date | null;
  @Field(() => String) reason!: string;
}

@InputType("MoveOrganisationInput")
export class MoveOrganisationFields {
  @Field(() => ID) id!: string;
  @Field(() => ID) parentId!: string;
  @Field(() => Date, { nullable: true, description: "Today when absent." }) effectiveOn?: Date | null;
  @Field(() => String) reason!: string;
}

@InputType("MergeOrganisationInput")
export class MergeOrganisationFields {
  @Field(() => ID) id!: string;
  @Field(() => ID) intoId!: string;
  @Field(() => Date, { nullable: true, description: "Today when absent." }) effectiveOn?: Date | null;
  @Field(() => String) reason!: string;
}

export const OrganisationResult = resultUnion("OrganisationResult", OrganisationType);
