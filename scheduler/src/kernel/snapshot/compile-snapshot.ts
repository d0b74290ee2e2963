import type { DeploymentV1, ModelId, NodeId, OrganisationV1, PoolId, PoolV1, SnapshotV1 } from "@socle/contracts";
import type { Caller, CompiledModel, CompiledSnapshot, PlacedEndpoint } from "./compiled-snapshot.js";
import { modelFacts, organisationFacts, poolFacts, todayFacts, useCaseFacts } from "@socle/policies";
import type { CompiledPolicies, OfDay } from "../policies.port.js";

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
};

/** Remembers the value of the last day asked for: days come in order, and last. */
const ofDay = <Value>(make: OfDay<Value>): OfDay<Value> => {
  let held: { readonly day: string; readonly value: Value } | null = null;
  return (day) => {
    if (held?.day !== day) held = { day, value: make(day) };
    return held.value;
  };
};

/** Ancestors of an organisation, itself first. A cycle in the data ends the walk instead of hanging the scheduler. */
const ancestry = (organisations: ReadonlyMap<string, OrganisationV1>, from: string): NodeId[] => {
  const path: NodeId[] = [];
  for (let id: string | null = from; id !== null && !path.includes(id);) {
    const organisation = organisations.get(id);
    if (organisation === undefined) break;
    path.push(id);
    id = organisation.parentId;
  }
  return path;
};

const compileCallers = (snapshot: SnapshotV1, names: ReadonlyMap<string, ModelId>): Map<string, Caller> => {
  const organisations = byId(snapshot.organisations);
  const useCases = byId(snapshot.useCases);
  const budgets = groupBy(snapshot.budgets, (budget) => budget.nodeId);
  const limits = groupBy(snapshot.limits, (limit) => limit.nodeId);
  const derogations = groupBy(snapshot.derogations ?? [], (derogation) => derogation.useCaseId);
  const callers = new Map<string, Caller>();
  for (const application of snapshot.applications) {
    const useCase = useCases.get(application.useCaseId);
    const organisation = useCase && organisations.get(useCase.organisationId);
    if (useCase === undefined || organisation === undefined) continue;
    const path = [application.id, useCase.id, ...ancestry(organisations, organisation.id)];
    const organisationSlugs = path
      .slice(2)
      .flatMap((node) => organisations.get(node)?.slug ?? [])
      .reverse();
    const fixed = {
      organisation: organisationFacts({ ...organisation, path: organisationSlugs }),
      application: { slug: application.slug },
    };
    const lifted = derogations.get(useCase.id) ?? [];
    const shared = {
      facts: ofDay((day) => ({ ...fixed, today: todayFacts(day), useCase: useCaseFacts(useCase, lifted, day) })),
      application,
      useCase,
      organisation,
      organisationSlugs,
      path,
      budgets: path.flatMap((node) => budgets.get(node) ?? []),
      limits: path.flatMap((node) => limits.get(node) ?? []),
      allowedModels:
        application.models === null ? null : new Set(application.models.flatMap((name) => names.get(name) ?? [])),
    };
    for (const key of application.keys) callers.set(key.hash, { key, ...shared });
  }
  return callers;
};

const compileModels = (
  snapshot: SnapshotV1,
  pools: ReadonlyMap<PoolId, PoolV1>,
): { models: Map<string, CompiledModel>; names: Map<string, ModelId> } => {
  const models = new Map<string, CompiledModel>();
  const names = new Map<string, ModelId>();
  const deployments = groupBy(snapshot.deployments, (deployment) => deployment.modelId);
  const aliases = groupBy(snapshot.aliases, (alias) => alias.modelId);
  for (const model of snapshot.models) {
    const byPool = groupBy<DeploymentV1>(deployments.get(model.id) ?? [], (deployment) => deployment.poolId);
    const compiled: CompiledModel = {
      model,
      names: [model.name, ...(aliases.get(model.id) ?? []).map((alias) => alias.name)],
      facts: modelFacts(model),
      pools: [...byPool].flatMap(([poolId, group]) => {
        const pool = pools.get(poolId);
        if (pool === undefined) return [];
        return [{ pool, facts: ofDay((day) => poolFacts(pool, day)), deployments: group }];
      }),
    };
    for (const name of compiled.names) {
      models.set(name, compiled);
      names.set(name, model.id);
    }
  }
  return { models, names };
};

const compileEndpoints = (snapshot: SnapshotV1, pools: ReadonlyMap<PoolId, PoolV1>): Map<string, PlacedEndpoint> => {
  const endpoints = new Map<string, PlacedEndpoint>();
  for (const deployment of snapshot.deployments) {
    const pool = pools.get(deployment.poolId);
    if (pool === undefined) continue;
    for (const endpoint of deployment.endpoints) endpoints.set(endpoint.id, { endpoint, deployment, pool });
  }
  return endpoints;
};

/** Builds the indices of a verified snapshot. Dangling references are left out rather than served half known. */
export const compileSnapshot = (snapshot: SnapshotV1, policies: CompiledPolicies): CompiledSnapshot => {
  const pools = byId(snapshot.pools);
  const { models, names } = compileModels(snapshot, pools);
  const allocated = new Set(snapshot.allocations.map((allocation) => `${allocation.poolId} ${allocation.nodeId}`));
  return {
    source: snapshot,
    policies,
    callers: compileCallers(snapshot, names),
    models,
    pools,
    endpoints: compileEndpoints(snapshot, pools),
    budgets: byId(snapshot.budgets),
    limits: byId(snapshot.limits),
    nodeNames: new Map(
      [...snapshot.organisations, ...snapshot.useCases, ...snapshot.applications].map(({ id, name }) => [id, name]),
    ),
    allocationNode: (poolId, path) => path.find((node) => allocated.has(`${poolId} ${node}`)) ?? null,
  };
};
