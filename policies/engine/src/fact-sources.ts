import type { DerogationV1, ModelV1, OrganisationV1, PoolV1, UseCaseV1 } from "@socle/contracts";

/** A derogation as rules feel it: which rule it lifts, for whom, from its first day to its last. */
export type DerogationSource = Pick<DerogationV1, "useCaseId" | "rule" | "from" | "to" | "pool">;

/** What rules read of a use case and of whose it is, with its dates: enough for its facts on any day. */
export interface UseCaseSource {
  readonly useCase: Omit<UseCaseV1, "name">;
  readonly derogations: readonly DerogationSource[];
  /** Its organisation's slug and kind, and the slugs from the root to it. */
  readonly organisation: {
    readonly slug: string;
    readonly kind?: OrganisationV1["kind"];
    readonly path: readonly string[];
  };
}

export interface ApplicationSource {
  readonly slug: string;
  readonly useCaseId: string;
}

export type ModelSource = Pick<ModelV1, "name" | "publisher" | "provenance">;
export type PoolSource = Pick<PoolV1, "slug" | "gpuClass" | "acceptedLabels" | "hosting" | "standing">;
