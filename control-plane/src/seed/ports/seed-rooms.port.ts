import type { Result } from "../../kernel/result.js";

interface Identified {
  readonly id: string;
}

/** Runs one use case of a room as the platform itself; the room parses the input and may refuse it. */
export type Verb<Output> = (input: Readonly<Record<string, unknown>>) => Promise<Result<Output>>;

export interface KnownPerson extends Identified {
  readonly name: string;
  readonly email: string;
  readonly contractor: boolean;
  /** How they sign in; `null` until they did. */
  readonly identity: { readonly idpId: string; readonly sub: string } | null;
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly role: string;
    readonly validFrom: Date;
    readonly validTo: Date | null;
  }[];
}

export interface KnownOrganisation extends Identified {
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly parentId: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

/** The verbs of the rooms that a seed goes through, and what it reads before it begins. */
export interface SeedRooms {
  tenancy(): Promise<{
    readonly organisations: readonly KnownOrganisation[];
    readonly people: readonly KnownPerson[];
  }>;
  readonly saveOrganisation: Verb<Identified>;
  readonly giveMembership: Verb<{ readonly personId: string }>;
  readonly importModel: Verb<Identified>;
  readonly defineAlias: Verb<unknown>;
  readonly registerPool: Verb<Identified>;
  readonly deployModel: Verb<unknown>;
  readonly importUseCase: Verb<Identified>;
  readonly importApplication: Verb<Identified>;
  readonly importBrick: Verb<Identified>;
  readonly importShadowTool: Verb<Identified>;
  readonly importPlanRecord: Verb<Identified>;
  readonly importTraining: Verb<Identified>;
  readonly importEvaluation: Verb<Identified>;
  readonly importConsultation: Verb<Identified>;
  readonly grantAllocation: Verb<unknown>;
  readonly setBudget: Verb<unknown>;
  readonly setUsageLimit: Verb<unknown>;
  readonly importCampaign: Verb<Identified>;
  readonly setRoadmapReference: Verb<unknown>;
  readonly importRoadmap: Verb<Identified>;
}
