import { Field, ID, InputType, ObjectType } from "@nestjs/graphql";
import { ROLES, type Role } from "../../../kernel/actor.js";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { resultUnion } from "../../../platform/graphql/result-union.js";
import { ORGANISATION_KINDS, type OrganisationKind } from "../../domain/organisation.js";

export const RoleEnum = graphqlEnum("Role", ROLES);
export const OrganisationKindEnum = graphqlEnum("OrganisationKind", ORGANISATION_KINDS);

/** The registry adds `useCaseCount`. */
@ObjectType("Organisation")
export class OrganisationType {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) acronym!: string | null;
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind;
  @Field(() => String, { nullable: true }) siren!: string | null;
  @Field(() => String, { nullable: true }) siret!: string | null;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo!: Date | null;
  successorId!: string | null;
}

@ObjectType("PastOrganisation", { description: "What it was called and where it stood, until a change." })
export class PastOrganisationType {
  @Field(() => Date) since!: Date;
  @Field(() => Date) until!: Date;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) acronym!: string | null;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
}

@ObjectType("Membership")
export class MembershipType {
  @Field(() => ID) id!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo!: Date | null;
  organisationId!: string;
  personId!: string;
}

@ObjectType("Me")
export class MeType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => Boolean) contractor!: boolean;
  @Field(() => Boolean) mfa!: boolean;
  @Field(() => String, { description: "Send it back in the header x-socle-csrf of each mutation." })
  csrfToken!: string;
  @Field(() => [String], {
    description:
      "What this person may do: `action:subject` pairs, for showing or explaining buttons; the server decides again.",
  })
  abilities!: string[];
}

export const OrganisationResult = resultUnion("OrganisationResult", OrganisationType);
export const MembershipResult = resultUnion("MembershipResult", MembershipType);

@InputType()
export class GiveMembershipInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => String) name!: string;
  @Field(() => String, { description: "Invites this address; whoever signs in with it takes the role up." })
  email!: string;
  @Field(() => Date) validFrom!: Date;
  @Field(() => Date, { nullable: true }) validTo?: Date | null;
}
