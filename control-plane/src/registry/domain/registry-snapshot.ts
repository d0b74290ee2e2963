import type { AliasV1, ApplicationV1, ModelV1, UseCaseV1 } from "@socle/contracts";

/** The registry's part of a snapshot, in a stable order. */
export interface RegistrySnapshot {
  readonly useCases: readonly UseCaseV1[];
  readonly applications: readonly ApplicationV1[];
  readonly models: readonly ModelV1[];
  readonly aliases: readonly AliasV1[];
}
