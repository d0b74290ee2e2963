import type { Context } from "../../../kernel/use-case.js";
import type { ActiveRules } from "./active-rules.port.js";
import type { BundleRepository } from "./bundle-repository.port.js";
import type { SimulationStore } from "../simulation/simulation-store.port.js";
import type { ProposalRepository } from "./proposal-repository.port.js";

/** Everything that the verbs on bundles reach the outside through. */
export interface BundlePorts {
  readonly bundles: BundleRepository;
  readonly proposals: ProposalRepository;
  readonly active: ActiveRules;
  readonly simulations: Pick<SimulationStore, "opened" | "changes">;
  readonly organisations: {
    /** The State, on whose behalf cells that serve all of it act. */
    rootId(ctx: Context): Promise<string>;
  };
}
