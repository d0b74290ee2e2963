import type { RuleWords } from "../kernel/rule-words.js";
import type { RuleGuard } from "../kernel/rule-guard.js";
import { pgRegistryPorts } from "../registry/index.js";
import { PgOrganisationRepository } from "../tenancy/index.js";
import { PgBundleRepository } from "./adapters/postgres/bundles/pg-bundle.repository.js";
import { ASSESSMENTS, REVIEWS } from "./adapters/postgres/desk/desk-tables.js";
import { PgDeskStore } from "./adapters/postgres/desk/pg-desk.store.js";
import { PgProposalRepository } from "./adapters/postgres/bundles/pg-proposal.repository.js";
import { PgSimulationStore } from "./adapters/postgres/simulation/pg-simulation.store.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";
import type { BundlePorts } from "./ports/bundles/bundle-ports.js";
import type { BuiltInBundle } from "./ports/bundles/built-in-bundle.port.js";
import type { GuardPorts } from "./ports/bundles/guard-ports.js";
import { RegistryGuard } from "./use-cases/bundles/registry-guard.js";
import { RulesInForce } from "./use-cases/bundles/rules-in-force.js";

const bundles = new PgBundleRepository();
const { organisations } = pgRegistryPorts();

/** The rules in force on PostgreSQL, over those that come with the software. */
export const pgActiveRules = (builtIn: BuiltInBundle): ActiveRules & RuleWords => new RulesInForce(bundles, builtIn);

/** The guard of other rooms' records, by the rules in force. */
export const pgRegistryGuard = (active: ActiveRules, derogations: GuardPorts["derogations"]): RuleGuard =>
  new RegistryGuard({ active, derogations, reviews, assessments, bodies });

const reviewStore = new PgDeskStore(REVIEWS);
const reviews: GuardPorts["reviews"] = (ctx, useCaseIds) => reviewStore.ofUseCases(ctx, useCaseIds);
const assessmentStore = new PgDeskStore(ASSESSMENTS);
const assessments: GuardPorts["assessments"] = (ctx, useCaseIds) => assessmentStore.ofUseCases(ctx, useCaseIds);

const tree = new PgOrganisationRepository();

const bodies: GuardPorts["bodies"] = async (ctx, ids) => {
  const paths = await tree.pathsOf(ctx, ids);
  const known = new Map((await tree.findMany(ctx, [...paths.values()].flat())).map((each) => [each.id, each]));
  return new Map(
    [...paths].flatMap(([id, path]) => {
      const body = known.get(id);
      const slugs = path.map((each) => known.get(each)?.slug ?? "").reverse();
      return body === undefined ? [] : [[id, { slug: body.slug, kind: body.kind, path: slugs }]];
    }),
  );
};

export const pgBundlePorts = (active: ActiveRules): BundlePorts => ({
  bundles,
  proposals: new PgProposalRepository(),
  active,
  simulations: new PgSimulationStore(),
  organisations,
});
