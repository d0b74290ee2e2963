import type { PolicyBundleV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { STALENESS, type SnapshotContent } from "../domain/snapshot.js";
import type { SnapshotSources } from "../ports/snapshot-sources.port.js";

/** Puts the rooms' parts together, in the context's one consistent view. */
export async function composeSnapshot(
  sources: SnapshotSources,
  policies: PolicyBundleV1,
  ctx: Context,
): Promise<SnapshotContent> {
  const organisations = await sources.organisations(ctx);
  const registry = await sources.registry(ctx);
  const serving = await sources.serving(ctx);
  const allocation = await sources.allocation(ctx);
  const derogations = await sources.derogations(ctx);
  return {
    ...STALENESS,
    organisations,
    useCases: registry.useCases,
    applications: registry.applications,
    models: registry.models,
    aliases: registry.aliases,
    pools: serving.pools,
    deployments: serving.deployments,
    allocations: allocation.allocations,
    budgets: allocation.budgets,
    limits: allocation.limits,
    policies,
    ...(derogations.length === 0 ? {} : { derogations }),
  };
}
