import type { DataLabel, ServiceClass, UseCaseState } from "@socle/contracts";

/**
 * What a rule can look at: one request, on one candidate pool. Plain objects, so that a caller builds the parts that do
 * not change (everything but `request`) once per snapshot and only assembles references per request.
 *
 * Names are slugs. Nothing here is a prompt, a key or a person's name.
 */
export interface Facts {
  readonly organisation: OrganisationFacts;
  readonly useCase: UseCaseFacts;
  readonly application: ApplicationFacts;
  readonly request: RequestFacts;
  readonly model: ModelFacts;
  readonly pool: PoolFacts;
}

export interface OrganisationFacts {
  readonly slug: string;
  /** Slugs from the root (the State) to `slug`, both included. */
  readonly path: readonly string[];
}

export interface UseCaseFacts {
  readonly slug: string;
  readonly state: UseCaseState;
  readonly serviceClass: ServiceClass;
}

export interface ApplicationFacts {
  readonly slug: string;
}

export interface RequestFacts {
  /** The use case's floor with what the caller added; never fewer than the floor. */
  readonly labels: readonly DataLabel[];
  readonly stream: boolean;
  /** Output tokens reserved for this request. */
  readonly maxOutputTokens: number;
}

export interface ModelFacts {
  readonly name: string;
  readonly publisher: string;
}

export interface PoolFacts {
  readonly slug: string;
  readonly gpuClass: string;
  readonly acceptedLabels: readonly DataLabel[];
}

export type FactType = "string" | "bool" | "double" | "list<string>";
export type FactSchema = { readonly [Part in keyof Facts]: { readonly [Field in keyof Facts[Part]]: FactType } };

/** The types an expression is checked against, and a rule's embedded tests too. Numbers are CEL doubles. */
export const FACT_SCHEMA: FactSchema = {
  organisation: { slug: "string", path: "list<string>" },
  useCase: { slug: "string", state: "string", serviceClass: "string" },
  application: { slug: "string" },
  request: { labels: "list<string>", stream: "bool", maxOutputTokens: "double" },
  model: { name: "string", publisher: "string" },
  pool: { slug: "string", gpuClass: "string", acceptedLabels: "list<string>" },
};

/** Valid facts that an embedded test starts from: it states only what matters to it. */
export const BASELINE_FACTS: Facts = {
  organisation: { slug: "ministry", path: ["state", "ministry"] },
  useCase: { slug: "use-case", state: "deployed", serviceClass: "standard" },
  application: { slug: "application" },
  request: { labels: ["public"], stream: false, maxOutputTokens: 1024 },
  model: { name: "model", publisher: "publisher" },
  pool: { slug: "pool", gpuClass: "gpu", acceptedLabels: ["public", "internal"] },
};
