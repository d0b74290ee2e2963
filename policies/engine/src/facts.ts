import type { DataLabel, ServiceClass, UseCaseState } from "@socle/contracts";

/**
 * What a rule can look at: one request, on one candidate pool. Plain objects, so that a caller builds the parts that do
 * not change (everything but `request`) once per snapshot and day, and only assembles references per request.
 *
 * Names are slugs, days are written `YYYY-MM-DD` and compare as texts, countries are ISO 3166-1 alpha-2. What nobody
 * declared has a value of its own, which no declaration has: the text "", the number `UNDECLARED_NUMBER`. A flag says that
 * something was provided, so that its absence and `false` are the same. Nothing here is a prompt, a key or a person's name.
 */
export interface Facts {
  readonly today: TodayFacts;
  readonly organisation: OrganisationFacts;
  readonly useCase: UseCaseFacts;
  readonly application: ApplicationFacts;
  readonly request: RequestFacts;
  readonly model: ModelFacts;
  readonly pool: PoolFacts;
}

/** Whether something is so, as somebody declared it; "" when nobody did. */
export type Said = "yes" | "no" | "";

/** A figure that nobody declared: below every figure that can be. */
export const UNDECLARED_NUMBER = -1;

/** The day in Paris, and the days that deadlines are told ahead of. */
export interface TodayFacts {
  readonly date: string;
  readonly in30Days: string;
  readonly in60Days: string;
}

export interface OrganisationFacts {
  readonly slug: string;
  /** What kind of body it is, by which texts say whom they bind; "" when nobody said. */
  readonly kind: string;
  /** Slugs from the root (the State) to `slug`, both included. */
  readonly path: readonly string[];
}

export interface UseCaseFacts {
  readonly slug: string;
  readonly state: UseCaseState;
  readonly serviceClass: ServiceClass;
  /** The floor: labels that each of its requests carries at least. */
  readonly labels: readonly DataLabel[];
  readonly maxOutputTokens: number;
  readonly decisionRole: string;
  readonly staffEffect: string;
  /** A practice of article 5 of the AI Act; "none" once it was screened without finding one. */
  readonly prohibitedPractice: string;
  readonly aiActClass: string;
  /** A product of annex I, or a safety component of one, that a third party assesses: high-risk under article 6(1). */
  readonly annexI: Said;
  /** An area of annex III; "none" once it was screened without finding one. */
  readonly annexIii: string;
  readonly article63: string;
  readonly profiling: Said;
  /** High-risk under article 6(2) of the AI Act, by what was declared; `annexIiiRiskOf` says how. */
  readonly highRisk: Said;
  /** Whether articles 27 and 49(3) apply: an impact assessment and an entry in the register of annex VIII. */
  readonly friaDue: Said;
  readonly facesUsers: Said;
  readonly disclosed: boolean;
  readonly processingRecord: boolean;
  readonly dpia: boolean;
  readonly fria: boolean;
  /** Of staff representatives: "done", "waived" where it was found that none is required, "" where neither holds. */
  readonly consultation: string;
  /** Its information system is accredited. */
  readonly homologation: boolean;
  readonly oversight: boolean;
  /** Both the system and the body that uses it are in the register of the Union (articles 26(8) and 49(3)). */
  readonly registered: boolean;
  readonly proprietary: Said;
  readonly exitPlan: boolean;
  readonly exitPlanEndsOn: string;
  /** The contract has a reversibility clause. */
  readonly reversible: boolean;
  /** An action of the ministry's roadmap ends or bounds the dependency. */
  readonly onRoadmap: boolean;
  readonly evaluationDueOn: string;
  /** Tool calls after which it answers. */
  readonly toolCallLimit: number;
  /** "no" when the body processes the health data of its own care only. */
  readonly healthForThirdParty: Said;
  /**
   * Ids of the rules that a derogation lifts today, `id@pool` where on that pool alone. The engine applies them, and only
   * to rules that are derogable.
   */
  readonly derogations: readonly string[];
}

export interface ApplicationFacts {
  readonly slug: string;
}

export interface RequestFacts {
  /** The use case's floor with what the caller added; never fewer than the floor. */
  readonly labels: readonly DataLabel[];
  /** What the caller itself wrote; empty when it wrote nothing. */
  readonly askedLabels: readonly DataLabel[];
  readonly stream: boolean;
  /** It names the administrative decision that it serves. */
  readonly decisionRef: boolean;
  /** Tool calls that it comes to: those of its conversation, and one more where it offers tools. */
  readonly toolCalls: number;
  /** Output tokens asked for. */
  readonly maxOutputTokens: number;
}

export interface ModelFacts {
  readonly name: string;
  readonly publisher: string;
  readonly publisherCountry: string;
  readonly weights: string;
  readonly format: string;
  readonly sha256: string;
  readonly runsIn: string;
  readonly trainingOnInputs: string;
  readonly evalStatus: string;
}

export interface PoolFacts {
  readonly slug: string;
  readonly gpuClass: string;
  readonly acceptedLabels: readonly DataLabel[];
  readonly hosting: string;
  /** Schemes whose qualification covers this pool's service today. */
  readonly qualifications: readonly string[];
  /** Those of them that end within 90 days, with none after them. */
  readonly expiring: readonly string[];
  /** Levels at which it is accredited today. */
  readonly homologations: readonly string[];
  readonly locations: readonly string[];
  readonly transferSafeguards: readonly string[];
  readonly supportAccessCountries: readonly string[];
  /** Where whoever operates it has its seat: another fact than where the weights come from. */
  readonly operatorCountry: string;
  readonly nonEuHoldingMax: number;
  readonly nonEuHoldingTotal: number;
  readonly nonEuLawExposure: Said;
  readonly sensitivity: string;
  readonly tenancy: string;
  readonly drInterconnection: boolean;
  /** Levels of the cloud sovereignty framework that it lacks to the fourth. */
  readonly sealGap: number;
}

export type FactType = "string" | "bool" | "double" | "list<string>";
export type FactSchema = { readonly [Part in keyof Facts]: { readonly [Field in keyof Facts[Part]]: FactType } };

/** The types an expression is checked against, and a rule's embedded tests too. Numbers are CEL doubles. */
export const FACT_SCHEMA: FactSchema = {
  today: { date: "string", in30Days: "string", in60Days: "string" },
  organisation: { slug: "string", kind: "string", path: "list<string>" },
  useCase: {
    slug: "string",
    state: "string",
    serviceClass: "string",
    labels: "list<string>",
    maxOutputTokens: "double",
    decisionRole: "string",
    staffEffect: "string",
    prohibitedPractice: "string",
    aiActClass: "string",
    annexI: "string",
    annexIii: "string",
    article63: "string",
    profiling: "string",
    highRisk: "string",
    friaDue: "string",
    facesUsers: "string",
    disclosed: "bool",
    processingRecord: "bool",
    dpia: "bool",
    fria: "bool",
    consultation: "string",
    homologation: "bool",
    oversight: "bool",
    registered: "bool",
    proprietary: "string",
    exitPlan: "bool",
    exitPlanEndsOn: "string",
    reversible: "bool",
    onRoadmap: "bool",
    evaluationDueOn: "string",
    toolCallLimit: "double",
    healthForThirdParty: "string",
    derogations: "list<string>",
  },
  application: { slug: "string" },
  request: {
    labels: "list<string>",
    askedLabels: "list<string>",
    stream: "bool",
    decisionRef: "bool",
    toolCalls: "double",
    maxOutputTokens: "double",
  },
  model: {
    name: "string",
    publisher: "string",
    publisherCountry: "string",
    weights: "string",
    format: "string",
    sha256: "string",
    runsIn: "string",
    trainingOnInputs: "string",
    evalStatus: "string",
  },
  pool: {
    slug: "string",
    gpuClass: "string",
    acceptedLabels: "list<string>",
    hosting: "string",
    qualifications: "list<string>",
    expiring: "list<string>",
    homologations: "list<string>",
    locations: "list<string>",
    transferSafeguards: "list<string>",
    supportAccessCountries: "list<string>",
    operatorCountry: "string",
    nonEuHoldingMax: "double",
    nonEuHoldingTotal: "double",
    nonEuLawExposure: "string",
    sensitivity: "string",
    tenancy: "string",
    drInterconnection: "bool",
    sealGap: "double",
  },
};
