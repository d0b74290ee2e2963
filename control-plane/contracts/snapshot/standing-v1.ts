import type { UseCaseId } from "../ids.js";
import type { DataLabel } from "../labels.js";

/** Day in Paris, `YYYY-MM-DD`; a first or last day is included. */
export type Day = string;

export const QUALIFICATION_SCHEMES = ["secnumcloud", "hds", "eu_equiv", "iso27001"] as const;
export const HOMOLOGATION_LEVELS = ["std", "sensible", "dr"] as const;
export const TENANCIES = ["dedicated", "shared_same_label", "shared"] as const;

/** A qualification covers a service, not a supplier: `covers` says that this pool is that service. */
export interface QualificationV1 {
  readonly scheme: (typeof QUALIFICATION_SCHEMES)[number];
  readonly service: string;
  readonly covers: boolean;
  readonly reference: string;
  readonly from: Day;
  readonly to: Day;
}

export interface HomologationV1 {
  readonly level: (typeof HOMOLOGATION_LEVELS)[number];
  readonly reference: string;
  readonly to: Day;
}

/** What a pool says of itself to the rules. Countries are ISO 3166-1 alpha-2. What is not known is absent. */
export interface PoolStandingV1 {
  readonly qualifications?: readonly QualificationV1[];
  readonly homologations?: readonly HomologationV1[];
  /** Where its data are stored and processed. */
  readonly locations?: readonly string[];
  /** Countries outside the EEA for which an adequacy decision or a safeguard is recorded. */
  readonly transferSafeguards?: readonly string[];
  readonly supportAccessCountries?: readonly string[];
  /** Seat of its operator. */
  readonly operatorCountry?: string;
  /** Percent of its operator held by the largest holder outside the EU, and by all of them. */
  readonly nonEuHoldingMax?: number;
  readonly nonEuHoldingTotal?: number;
  /** Its operator obeys a law outside the EU that reaches data. */
  readonly nonEuLawExposure?: boolean;
  /** The one label that a shared pool is meant for. */
  readonly sensitivity?: DataLabel;
  readonly tenancy?: (typeof TENANCIES)[number];
  /** Its interconnections are accredited for `dr`. */
  readonly drInterconnection?: boolean;
  /** Assurance level reached in the cloud sovereignty framework, 0 to 4. */
  readonly sealLevel?: number;
}

/** Where a model comes from. What is not known is absent. */
export interface ModelProvenanceV1 {
  readonly publisherCountry?: string;
  readonly weights?: "open" | "closed";
  readonly format?: string;
  readonly sha256?: string;
  readonly runsIn?: "own_pool" | "vendor_api";
  readonly trainingOnInputs?: "never" | "optout" | "yes";
  readonly evalStatus?: "none" | "passed" | "failed";
}

/**
 * What a use case has declared and provided, as rules read it. A declaration that is absent was not made; a piece that is
 * absent was not provided.
 */
export interface UseCaseStandingV1 {
  readonly decisionRole?: string;
  readonly staffEffect?: string;
  /** `none` once it was screened under the AI Act without finding one; the same of `annexIii`. */
  readonly prohibitedPractice?: string;
  readonly aiActClass?: string;
  readonly annexIii?: string;
  /** A product of annex I, or a safety component of one, that a third party assesses. */
  readonly annexI?: boolean;
  readonly article63?: string;
  /** It profiles people: article 6(3) then excepts it from nothing. */
  readonly profiling?: boolean;
  readonly facesUsers?: boolean;
  /** Users are told that they meet an AI, and how to reach a person. */
  readonly disclosed?: boolean;
  readonly processingRecord?: boolean;
  readonly dpia?: boolean;
  readonly fria?: boolean;
  readonly homologation?: boolean;
  /** Of staff representatives; `waived`: it was found that none is required. */
  readonly consultation?: "done" | "waived";
  /** First day on which the piece holds no longer; absent while no such day is known. */
  readonly dpiaLapsesOn?: Day;
  readonly friaLapsesOn?: Day;
  readonly homologationLapsesOn?: Day;
  readonly consultationLapsesOn?: Day;
  readonly oversight?: boolean;
  /** Both the system and the body that uses it are entered in the register of annex VIII of the AI Act. */
  readonly registered?: boolean;
  readonly proprietary?: boolean;
  readonly exitPlan?: boolean;
  readonly exitPlanEndsOn?: Day;
  /** The contract has a reversibility clause. */
  readonly reversible?: boolean;
  /** An action of the ministry's roadmap ends or bounds the dependency. */
  readonly onRoadmap?: boolean;
  readonly evaluationDueOn?: Day;
  /** Tool calls after which it answers; 0: it calls none. */
  readonly toolCallLimit?: number;
  /** `false` only when the body processes the health data of its own care. */
  readonly healthForThirdParty?: boolean;
}

/** Lifts one rule for one use case, on one pool or on all, from its first day to its last. */
export interface DerogationV1 {
  readonly id: string;
  /** `family/rule`. */
  readonly rule: string;
  readonly useCaseId: UseCaseId;
  /** Who granted it: the rule's own authorities, joined by `+`. */
  readonly authority: string;
  /** Slug of the one pool on which it lifts the rule; every pool when absent. */
  readonly pool?: string;
  readonly from: Day;
  readonly to: Day;
}
