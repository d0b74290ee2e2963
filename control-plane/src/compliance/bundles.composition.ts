import type { RuleWords } from "../kernel/rule-words.js";
import type { RuleGuard } from "../kernel/rule-guard.js";
import type { Context } from "../kernel/use-case.js";
import { pgRegistryPorts } from "../registry/index.js";
import { PgOrganisationRepository } from "../tenancy/index.js";
import { PgBundleRepository } from "./adapters/postgres/bundles/pg-bundle.repository.js";
import { ASSESSMENTS, REVIEWS } from "./adapters/postgres/desk/desk-tables.js";
import { PgDeskStore } from "./adapters/postgres/desk/pg-desk.store.js";
import { PgProposalRepository } from "./adapters/postgres/bundles/pg-proposal.repository.js";
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
  new RegistryGuard({ active, derogations, reviews, assessments, paths: slugPaths });

const reviewStore = new PgDeskStore(REVIEWS);
const reviews: GuardPorts["reviews"] = (ctx, useCaseIds) => reviewStore.ofUseCases(ctx, useCaseIds);
const assessmentStore = new PgDeskStore(ASSESSMENTS);
const assessments: GuardPorts["assessments"] = (ctx, useCaseIds) => assessmentStore.ofUseCases(ctx, useCaseIds);

const tree = new PgOrganisationRepository();

async function slugPaths(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const paths = await tree.pathsOf(ctx, ids);
  const slugs = new Map((await tree.findMany(ctx, [...paths.values()].flat())).map(({ id, slug }) => [id, slug]));
  return new Map([...paths].map(([id, path]) => [id, path.map((each) => slugs.get(each) ?? "").reverse()]));
}

export const pgBundlePorts = (active: ActiveRules): BundlePorts => ({
  bundles,
  proposals: new PgProposalRepository(),
  active,
  organisations,
});
