import { pgRegistryPorts } from "../registry/index.js";
import { PgBundleRepository } from "./adapters/postgres/bundles/pg-bundle.repository.js";
import { PgProposalRepository } from "./adapters/postgres/bundles/pg-proposal.repository.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";
import type { BundlePorts } from "./ports/bundles/bundle-ports.js";
import type { BuiltInBundle } from "./ports/bundles/built-in-bundle.port.js";
import { RulesInForce } from "./use-cases/bundles/rules-in-force.js";

const bundles = new PgBundleRepository();
const { organisations } = pgRegistryPorts();

/** The rules in force on PostgreSQL, over those that come with the software. */
export const pgActiveRules = (builtIn: BuiltInBundle): ActiveRules => new RulesInForce(bundles, builtIn);

export const pgBundlePorts = (active: ActiveRules): BundlePorts => ({
  bundles,
  proposals: new PgProposalRepository(),
  active,
  organisations,
});
