import { LIMIT_KINDS } from "@socle/contracts";
import { SeedRefused } from "../domain/seed-refused.js";
import type {
  SeedCampaign,
  SeedDocument,
  SeedModel,
  SeedOrganisation,
  SeedPool,
  SeedUseCase,
} from "../domain/seed-document.js";
import { endpointId } from "../domain/seed-plan.js";
import { fromSeedUnit } from "../domain/seed-units.js";
import { parentsFirst, replacementsFirst, targetsFirst } from "../domain/tree-order.js";
import type { SeedRooms } from "../ports/seed-rooms.port.js";
import { did, idOf } from "./applied.js";
import { applyRecords } from "./apply-records.js";
import { applyRoadmaps } from "./apply-roadmaps.js";

/** Addresses given to the endpoints that the file leaves to the launcher, by `pool/model/position`. */
export type EndpointUrls = Readonly<Record<string, string>>;

const REASON = "Fixé par un fichier de départ";

/** Ids by the file's own names, filled as things come into being. */
interface Known {
  readonly organisations: Map<string, string>;
  readonly people: Map<string, string>;
  readonly models: Map<string, string>;
  readonly pools: Map<string, string>;
  readonly nodes: Map<string, string>;
}

/**
 * Brings a registry to what the document says, through the rooms' own use cases, so that every rule of theirs holds and
 * the journal tells it. Applying twice changes nothing; what the document does not name stays.
 */
export async function applySeed(rooms: SeedRooms, document: SeedDocument, urls: EndpointUrls): Promise<void> {
  const known = await knownOf(rooms);
  await applyOrganisations(rooms, document, known);
  await applyPeople(rooms, document, known);
  for (const model of replacementsFirst(document.models)) await applyModel(rooms, model, known);
  for (const pool of document.pools) known.pools.set(pool.slug, await applyPool(rooms, pool, urls));
  for (const useCase of targetsFirst(document.useCases)) await applyUseCase(rooms, useCase, known);
  await applyRecords(rooms, document, known);
  await applyRights(rooms, document, known);
  for (const campaign of document.campaigns) await applyCampaign(rooms, campaign, known);
  await applyRoadmaps(rooms, document, known);
}

/** Only what a new address changes: the deployments. States, keys and rights stay as people have set them since. */
export async function moveEndpoints(rooms: SeedRooms, document: SeedDocument, urls: EndpointUrls): Promise<void> {
  for (const pool of document.pools) await applyDeployments(rooms, pool, urls);
}

async function knownOf(rooms: SeedRooms): Promise<Known> {
  const { organisations, people } = await rooms.tenancy();
  return {
    organisations: new Map(organisations.map(({ slug, id }) => [slug, id])),
    people: new Map(people.map(({ email, id }) => [email.toLowerCase(), id])),
    models: new Map(),
    pools: new Map(),
    nodes: new Map(organisations.map(({ slug, id }) => [`organisation:${slug}`, id])),
  };
}

async function applyOrganisations(rooms: SeedRooms, { organisations }: SeedDocument, known: Known): Promise<void> {
  for (const organisation of parentsFirst(organisations)) {
    const { parent, ...rest } = organisation;
    const input = {
      ...rest,
      id: known.organisations.get(organisation.slug) ?? null,
      parentId: parent == null ? null : idOf(known.organisations, parent),
    };
    const { id } = await did(`organisation ${organisation.slug}`, rooms.saveOrganisation(input));
    known.organisations.set(organisation.slug, id);
    known.nodes.set(`organisation:${organisation.slug}`, id);
  }
}

async function applyPeople(rooms: SeedRooms, document: SeedDocument, known: Known): Promise<void> {
  const { people } = await rooms.tenancy();
  const held = new Set(
    people.flatMap(({ id, memberships }) =>
      memberships.map(({ organisationId, role }) => `${id} ${organisationId} ${role}`),
    ),
  );
  for (const { email, name, memberships } of document.people) {
    const identity = people.find((person) => person.email.toLowerCase() === email)?.identity ?? null;
    for (const { organisation, role, validFrom, validTo } of memberships) {
      const organisationId = idOf(known.organisations, organisation);
      if (held.has(`${known.people.get(email) ?? ""} ${organisationId} ${role}`)) continue;
      const since = validFrom ?? sinceOf(document.organisations, organisation);
      const { personId } = await did(
        `${email} as ${role} of ${organisation}`,
        rooms.giveMembership({
          organisationId,
          role,
          person: { name, email, identity },
          validFrom: since,
          validTo: validTo ?? null,
        }),
      );
      known.people.set(email, personId);
    }
  }
}

const sinceOf = (organisations: readonly SeedOrganisation[], slug: string): string =>
  organisations.find((organisation) => organisation.slug === slug)?.validFrom ?? new Date(0).toISOString();

async function applyModel(rooms: SeedRooms, model: SeedModel, known: Known): Promise<void> {
  const { aliases, proposedFor, proposedBy, ...facts } = model;
  const input = {
    ...facts,
    proposedForId: proposedFor == null ? null : idOf(known.organisations, proposedFor),
    proposedBy: proposedBy == null ? null : idOf(known.people, proposedBy.toLowerCase()),
  };
  const { id } = await did(`model ${model.name}`, rooms.importModel(input));
  known.models.set(model.name, id);
  for (const name of aliases) await did(`alias ${name}`, rooms.defineAlias({ name, model: model.name }));
}

async function applyPool(rooms: SeedRooms, pool: SeedPool, urls: EndpointUrls): Promise<string> {
  const { deployments: _deployments, ...facts } = pool;
  const { id } = await did(`pool ${pool.slug}`, rooms.registerPool(facts));
  await applyDeployments(rooms, pool, urls);
  return id;
}

async function applyDeployments(rooms: SeedRooms, { slug, deployments }: SeedPool, urls: EndpointUrls): Promise<void> {
  for (const deployment of deployments) {
    const { model, price, endpoints } = deployment;
    const input = {
      ...deployment,
      pool: slug,
      servedName: deployment.servedName ?? model,
      price: {
        inputPerMillion: microEuros(price.inputPerMillion),
        outputPerMillion: microEuros(price.outputPerMillion),
      },
      endpoints: endpoints.map((endpoint, position) => {
        const url = urls[endpointId(slug, model, position)] ?? endpoint.url;
        if (url === undefined) throw new SeedRefused(`${model} in ${slug}: endpoint ${position + 1} has no address`);
        return { ...endpoint, url };
      }),
    };
    await did(`${model} in ${slug}`, rooms.deployModel(input));
  }
}

async function applyUseCase(rooms: SeedRooms, useCase: SeedUseCase, known: Known): Promise<void> {
  const { organisation, declaredBy, amendedBy, applications, evaluations: _e, consultations: _c, ...facts } = useCase;
  const input = {
    ...facts,
    organisationId: idOf(known.organisations, organisation),
    ...(declaredBy == null ? {} : { declaredBy: idOf(known.people, declaredBy.toLowerCase()) }),
    ...(amendedBy == null ? {} : { amendedBy: idOf(known.people, amendedBy.toLowerCase()) }),
  };
  const { id } = await did(`use case ${useCase.slug}`, rooms.importUseCase(input));
  known.nodes.set(`use-case:${useCase.slug}`, id);
  for (const application of applications) {
    const done = await did(
      `application ${application.slug}`,
      rooms.importApplication({ ...application, useCase: useCase.slug }),
    );
    known.nodes.set(`application:${application.slug}`, done.id);
  }
}

async function applyRights(rooms: SeedRooms, document: SeedDocument, known: Known): Promise<void> {
  const order = [...known.nodes.keys()];
  // A right is carved out of the one above it: organisations come before what belongs to them.
  const outerFirst = document.allocations.toSorted((a, b) => order.indexOf(a.node) - order.indexOf(b.node));
  for (const { pool, node, ...rights } of outerFirst) {
    const input = { ...rights, poolId: idOf(known.pools, pool), nodeId: idOf(known.nodes, node), reason: REASON };
    await did(`allocation of ${node} in ${pool}`, rooms.grantAllocation(input));
  }
  const modelId = (model: string | null | undefined) => (model == null ? null : idOf(known.models, model));
  for (const { node, unit, amount, model, ...budget } of document.budgets) {
    const units = { ...fromSeedUnit({ unit, amount }), modelId: modelId(model) };
    const input = { ...budget, ...units, nodeId: idOf(known.nodes, node), reason: REASON };
    await did(`budget of ${node}`, rooms.setBudget(input));
  }
  for (const { node, model, hard, ...values } of document.limits) {
    const of = { nodeId: idOf(known.nodes, node), modelId: modelId(model), hard, reason: REASON };
    for (const kind of LIMIT_KINDS) {
      const value = values[kind];
      if (value != null) await did(`limit of ${node}`, rooms.setUsageLimit({ ...of, kind, value }));
    }
  }
}

async function applyCampaign(rooms: SeedRooms, campaign: SeedCampaign, known: Known): Promise<void> {
  const submitted = ({ organisation, state, declaredBy }: SeedCampaign["needs"][number]) => ({
    organisationId: idOf(known.organisations, organisation),
    state,
    ...(declaredBy == null ? {} : { declaredBy: idOf(known.people, declaredBy.toLowerCase()) }),
  });
  const input = {
    ...campaign,
    scope: campaign.scope.map((slug) => idOf(known.organisations, slug)),
    declarations: campaign.declarations.map(({ lines, ...each }) => ({ ...submitted({ ...each, cells: {} }), lines })),
    needs: campaign.needs.map((each) => ({ ...submitted(each), cells: each.cells })),
  };
  await did(`campaign ${campaign.name}`, rooms.importCampaign(input));
}

const microEuros = (euros: number): number => Math.round(euros * 1_000_000);
