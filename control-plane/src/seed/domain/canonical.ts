import { createHash } from "node:crypto";
import type { SeedDocument, SeedKey } from "./seed-document.js";
import { endpointId } from "./seed-plan.js";
import { renamed } from "./seed-roadmap.js";
import { parentsFirst } from "./tree-order.js";

/** What applying a document adds to what it says. */
export interface Circumstances {
  /** Addresses of the simulated endpoints. */
  readonly urls: Readonly<Record<string, string>>;
  /** When it was applied: the date of declarations without one. */
  readonly appliedAt: string;
  /** End of keys without one. */
  readonly keysEnd: string;
}

/** The document as an export of the registry it was applied to reads: keys hashed, addresses known, defaults written. */
export function asExported(document: SeedDocument, { urls, appliedAt, keysEnd }: Circumstances): SeedDocument {
  const since = (slug: string) => document.organisations.find((other) => other.slug === slug)?.validFrom ?? null;
  return canonical({
    ...document,
    name: undefined,
    people: document.people.map((person) => ({
      ...person,
      // Told by the identity provider at sign-in, not by the registry.
      contractor: false,
      mfa: true,
      memberships: person.memberships.map((held) => ({
        ...held,
        validFrom: held.validFrom ?? since(held.organisation),
      })),
    })),
    pools: document.pools.map((pool) => ({
      ...pool,
      deployments: pool.deployments.map((deployment) => ({
        ...deployment,
        servedName: deployment.servedName ?? deployment.model,
        endpoints: deployment.endpoints.map((endpoint, position) => ({
          ...endpoint,
          url: urls[endpointId(pool.slug, deployment.model, position)] ?? endpoint.url,
        })),
      })),
    })),
    roadmaps: document.roadmaps.map(renamed),
    useCases: document.useCases.map((useCase) => ({
      ...useCase,
      declaredAt: useCase.declaredAt ?? appliedAt,
      applications: useCase.applications.map((application) => ({
        ...application,
        keys: application.keys.map((key) => hashed(key, keysEnd)),
      })),
    })),
  });
}

function hashed(key: SeedKey, keysEnd: string): SeedKey {
  if (!("secret" in key)) return key;
  return {
    prefix: key.secret.slice(0, 12),
    hash: createHash("sha256").update(key.secret, "utf8").digest("base64url"),
    expiresAt: key.expiresAt ?? keysEnd,
    revokedAt: key.revokedAt ?? null,
  };
}

/** One order for documents that say the same; what is absent is absent, not null. */
export function canonical(document: SeedDocument): SeedDocument {
  const byName = <T>(list: readonly T[], nameOf: (item: T) => string) =>
    list.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return compact({
    version: document.version,
    name: document.name,
    organisations: parentsFirst(document.organisations),
    people: byName(document.people, ({ email }) => email).map((person) => ({
      ...person,
      memberships: byName(person.memberships, ({ organisation, role }) => `${organisation} ${role}`),
    })),
    models: byName(document.models, ({ name }) => name).map((model) => ({
      ...model,
      aliases: model.aliases.toSorted(),
    })),
    pools: byName(document.pools, ({ slug }) => slug).map((pool) => ({
      ...pool,
      deployments: byName(pool.deployments, ({ model }) => model).map((deployment) => ({
        ...deployment,
        endpoints: byName(deployment.endpoints, ({ url }) => url ?? ""),
      })),
    })),
    useCases: byName(document.useCases, ({ slug }) => slug).map((useCase) => ({
      ...useCase,
      evaluations: byName(useCase.evaluations, ({ plannedAt, body }) => `${plannedAt} ${body}`),
      consultations: byName(useCase.consultations, ({ heldOn, body }) => `${heldOn} ${body}`),
      applications: byName(useCase.applications, ({ slug }) => slug).map((application) => ({
        ...application,
        keys: byName(application.keys, (key) => ("hash" in key ? key.hash : key.secret)),
      })),
    })),
    bricks: byName(document.bricks, ({ slug }) => slug),
    shadowTools: byName(document.shadowTools, ({ organisation, name }) => `${organisation} ${name}`),
    plan: byName(document.plan, ({ kind, organisation, title }) => `${kind} ${organisation} ${title}`),
    trainings: byName(
      document.trainings,
      ({ organisation, year, programme }) => `${organisation} ${String(year)} ${programme}`,
    ),
    allocations: byName(document.allocations, ({ pool, node }) => `${pool} ${node}`),
    budgets: byName(document.budgets, ({ node, unit, period, model }) => `${node} ${unit} ${period} ${model ?? ""}`),
    limits: byName(document.limits, ({ node, model, hard }) => `${node} ${model ?? ""} ${hard ? "hard" : ""}`),
    campaigns: byName(document.campaigns, ({ name }) => name).map((campaign) => ({
      ...campaign,
      declarations: byName(campaign.declarations, ({ organisation }) => organisation).map((declaration) => ({
        ...declaration,
        lines: byName(declaration.lines, ({ reference }) => String(reference)),
      })),
      needs: byName(campaign.needs, ({ organisation, cells }) => `${organisation} ${String(cells["reference"])}`),
    })),
    roadmapReferences: byName(document.roadmapReferences, ({ year, label }) => `${String(year)} ${label}`),
    // Lines keep their order, which is that of the roadmap.
    roadmaps: byName(document.roadmaps, ({ organisation, year }) => `${organisation} ${String(year)}`),
  });
}

function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => compact(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(kept.map(([name, field]) => [name, compact(field as unknown)])) as T;
}
