import type { PolicyBundleV1, UseCaseV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { STALENESS, type SnapshotContent } from "../domain/snapshot.js";
import type { PieceLapse, SnapshotSources } from "../ports/snapshot-sources.port.js";

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
    useCases: withLapses(registry.useCases, await sources.lapses(ctx)),
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

/** Schedulers end each piece on its own day; one that was questioned is left out at once. */
function withLapses(useCases: readonly UseCaseV1[], lapses: readonly PieceLapse[]): readonly UseCaseV1[] {
  const told = new Map<string, UseCaseV1["standing"]>();
  for (const { useCaseId, piece, on } of lapses)
    told.set(useCaseId, {
      ...told.get(useCaseId),
      ...(on === null ? { [piece]: undefined } : { [`${piece}LapsesOn`]: on }),
    });
  return useCases.map((useCase) => {
    const lapse = told.get(useCase.id);
    return lapse === undefined ? useCase : { ...useCase, standing: { ...useCase.standing, ...lapse } };
  });
}
