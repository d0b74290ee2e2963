import { canonical } from "../../domain/canonical.js";
import { inSeedUnit } from "../../domain/seed-units.js";
import { seedDocument, type SeedDocument } from "../../domain/seed-document.js";
import { bodyRecordsOf, useCaseRecordsOf } from "./records-of.js";
import { roadmapsOf } from "./roadmaps-of.js";
import type { SeedRecords } from "./seed-records.js";

const EURO = 1_000_000;
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The registry as a seed document, in canonical order. Keys leave as hashes: they go on working where it is applied. */
export function documentOf(records: SeedRecords): SeedDocument {
  const names = namesOf(records);
  const raw = {
    version: 1,
    organisations: organisationsOf(records, names),
    people: peopleOf(records, names),
    models: records.registry.models.map((model) => ({
      ...factsOf(model, names),
      aliases: records.registry.aliases.filter((alias) => alias.model === model.name).map(({ name }) => name),
    })),
    pools: poolsOf(records),
    useCases: useCasesOf(records, names),
    ...bodyRecordsOf(records, names),
    ...rightsOf(records, names),
    campaigns: campaignsOf(records, names),
    ...roadmapsOf(records.roadmaps, names),
  };
  return canonical(seedDocument.parse(raw));
}

type ExportedModel = SeedRecords["registry"]["models"][number];

function factsOf(model: ExportedModel, names: Names) {
  const { name, publisher, publisherCountry, licence, contextWindow, provenance, state, sunset } = model;
  const known = Object.entries(provenance).filter(([field, value]) => value !== null && !isDefault(field, value));
  return {
    ...{ name, publisher, publisherCountry, licence, contextWindow, provenance: Object.fromEntries(known) },
    // Approved is what a model is that nothing is said of.
    state: state === "approved" ? null : state,
    proposedFor: model.proposedFor === null ? null : names.organisations.get(model.proposedFor),
    proposedBy: names.people.get(model.proposedBy) ?? null,
    sunset: sunset === null ? null : sunsetOf(sunset, names),
  };
}

const sunsetOf = (
  { announcedAt, endsAt, replacementId, reason }: NonNullable<ExportedModel["sunset"]>,
  names: Names,
) => ({
  announcedAt: iso(announcedAt),
  endsAt: iso(endsAt),
  replacement: replacementId === null ? null : names.models.get(replacementId),
  reason,
});

const isDefault = (field: string, value: unknown): boolean => field === "evalStatus" && value === "none";

interface Names {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, string>;
  readonly pools: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

function namesOf({ tenancy, registry, serving }: SeedRecords): Names {
  return {
    organisations: new Map(tenancy.organisations.map(({ id, slug }) => [id, slug])),
    people: new Map(tenancy.people.map(({ id, email }) => [id, email])),
    models: new Map(registry.models.map(({ id, name }) => [id, name])),
    pools: new Map(serving.pools.map(({ id, slug }) => [id, slug])),
    nodes: new Map([
      ...tenancy.organisations.map(({ id, slug }) => [id, `organisation:${slug}`] as const),
      ...registry.useCases.map(({ id, slug }) => [id, `use-case:${slug}`] as const),
      ...registry.applications.map(({ id, slug }) => [id, `application:${slug}`] as const),
    ]),
  };
}

const organisationsOf = ({ tenancy }: SeedRecords, names: Names) =>
  tenancy.organisations.map(({ slug, name, acronym, kind, siren, siret, parentId, validFrom, validTo }) => ({
    ...{ slug, name, acronym, kind, siren, siret },
    parent: parentId === null ? null : names.organisations.get(parentId),
    validFrom: iso(validFrom),
    validTo: iso(validTo),
  }));

const peopleOf = ({ tenancy }: SeedRecords, names: Names) =>
  tenancy.people.map(({ email, name, contractor, memberships }) => ({
    ...{ email, name, contractor },
    memberships: memberships.map(({ organisationId, role, validFrom, validTo }) => ({
      organisation: names.organisations.get(organisationId),
      role,
      validFrom: iso(validFrom),
      validTo: iso(validTo),
    })),
  }));

const poolsOf = ({ serving }: SeedRecords) =>
  serving.pools.map(({ id: _id, veto: _veto, ...pool }) => ({
    ...pool,
    deployments: serving.deployments
      .filter((deployment) => deployment.pool === pool.slug)
      .map(({ model, servedName, gpusPerReplica, profile, price, energy, endpoints }) => ({
        ...{ model, servedName, gpusPerReplica, profile, energy },
        price: { inputPerMillion: price.inputPerMillion / EURO, outputPerMillion: price.outputPerMillion / EURO },
        endpoints: endpoints.map(({ url, apiKeyVariable, simulated }) => ({ url, apiKeyVariable, simulated })),
      })),
  }));

const useCasesOf = (records: SeedRecords, names: Names) =>
  records.registry.useCases.map((useCase) => {
    const { id, version: _version, organisationId, declaredBy, declaredAt, amendedBy, ...facts } = useCase;
    const { convergence, mergedInto } = facts;
    return {
      ...facts,
      convergence: convergence === null ? null : convergenceOf(convergence, names),
      mergedInto: mergedInto === null ? null : slugOf(mergedInto, names),
      amendedBy: amendedBy === null ? null : (names.people.get(amendedBy) ?? null),
      organisation: names.organisations.get(organisationId),
      declaredBy: names.people.get(declaredBy) ?? null,
      declaredAt: iso(declaredAt),
      ...useCaseRecordsOf(records, names, id),
      applications: records.registry.applications
        .filter((application) => application.useCase === facts.slug)
        .map(({ slug, name, environment, models, keys }) => ({
          ...{ slug, name, environment, models },
          keys: keys.map((key) => ({ ...key, expiresAt: iso(key.expiresAt), revokedAt: iso(key.revokedAt) })),
        })),
    };
  });

const slugOf = (id: string, names: Names): string | undefined => names.nodes.get(id)?.slice("use-case:".length);

const convergenceOf = (
  { targetId, ...said }: NonNullable<SeedRecords["registry"]["useCases"][number]["convergence"]>,
  names: Names,
) => ({ ...said, target: targetId === null ? null : slugOf(targetId, names) });

const rightsOf = ({ allocation }: SeedRecords, names: Names) => ({
  allocations: allocation.allocations.map(
    ({ poolId, nodeId, nominal, guarantee, lendLimit, borrowLimit, weight, criticality, historyFactor }) => ({
      pool: names.pools.get(poolId),
      node: names.nodes.get(nodeId),
      ...{ nominal, guarantee, lendLimit, borrowLimit, weight, criticality, historyFactor },
    }),
  ),
  budgets: allocation.budgets.map(({ nodeId, unit, period, amount, modelId, onExhaust, hard, firstMonth }) => ({
    node: names.nodes.get(nodeId),
    period,
    ...inSeedUnit(unit, amount),
    ...{ model: modelId === null ? null : names.models.get(modelId), onExhaust, hard, firstMonth },
  })),
  limits: limitsOf(allocation.limits, names),
});

const campaignsOf = ({ capacity }: SeedRecords, names: Names) =>
  capacity.campaigns.map(({ name, kind, state, opensAt, closesAt, scope, quarters, reminderDays, ...answers }) => {
    const submitted = ({ organisationId, state, declaredBy }: (typeof answers.needs)[number]) => ({
      organisation: names.organisations.get(organisationId),
      state,
      declaredBy: names.people.get(declaredBy) ?? null,
    });
    return {
      ...{ name, kind, state, reminderDays, firstQuarter: quarters[0], quarterCount: quarters.length },
      opensAt: iso(opensAt),
      closesAt: iso(closesAt),
      scope: scope.map((id) => names.organisations.get(id)),
      declarations: answers.declarations.map(({ lines, ...each }) => ({ ...submitted({ ...each, cells: {} }), lines })),
      needs: answers.needs.map((each) => ({ ...submitted(each), cells: each.cells })),
    };
  });

/** One entry for each node and model, with all kinds of limits that share what happens without a lease. */
function limitsOf(limits: SeedRecords["allocation"]["limits"], names: Names): readonly object[] {
  const entries = new Map<string, Record<string, unknown>>();
  for (const { nodeId, modelId, hard, kind, value } of limits) {
    const key = `${nodeId}/${modelId ?? ""}/${String(hard)}`;
    const model = modelId === null ? null : names.models.get(modelId);
    const entry = entries.get(key) ?? { node: names.nodes.get(nodeId), model, hard };
    entries.set(key, { ...entry, [kind]: value });
  }
  return [...entries.values()];
}
