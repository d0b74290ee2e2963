import type { SeedRecords } from "./seed-records.js";

interface Names {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Bricks, shadow tools, trainings and records of the plan as the format says them. */
export const bodyRecordsOf = ({ registry, plan }: SeedRecords, names: Names) => ({
  plan: plan.map(({ id: _id, version: _version, organisationId, ...said }) => ({
    ...said,
    organisation: names.organisations.get(organisationId),
    declaredBy: names.people.get(said.declaredBy) ?? null,
    declaredAt: iso(said.declaredAt),
  })),
  bricks: registry.bricks.map(({ id: _id, version: _version, organisationId, listedAt, ...said }) => ({
    ...said,
    organisation: names.organisations.get(organisationId),
    listedAt: iso(listedAt),
  })),
  shadowTools: registry.shadowTools.map(({ id: _id, version: _version, organisationId, alternativeId, ...said }) => ({
    ...said,
    organisation: names.organisations.get(organisationId),
    alternative: alternativeId === null ? null : names.nodes.get(alternativeId)?.slice("use-case:".length),
    declaredBy: names.people.get(said.declaredBy) ?? null,
    declaredAt: iso(said.declaredAt),
  })),
  trainings: registry.trainings.map(({ id: _id, version: _version, organisationId, ...said }) => ({
    ...said,
    organisation: names.organisations.get(organisationId),
    declaredBy: names.people.get(said.declaredBy) ?? null,
    declaredAt: iso(said.declaredAt),
  })),
});

/** Evaluations and consultations of one use case; bounds that were worked out are worked out again. */
export const useCaseRecordsOf = ({ registry }: SeedRecords, names: Names, useCaseId: string) => ({
  evaluations: registry.evaluations
    .filter((each) => each.useCaseId === useCaseId)
    .map(({ id: _id, version: _version, organisationId: _body, useCaseId: _of, metrics, ...said }) => ({
      ...said,
      metrics: metrics.map(({ intervalMethod, low, high, confidence, ...metric }) =>
        intervalMethod === "given" ? { ...metric, low, high, confidence } : metric,
      ),
      plannedBy: names.people.get(said.plannedBy) ?? null,
      plannedAt: iso(said.plannedAt),
      publishedAt: iso(said.publishedAt),
    })),
  consultations: registry.consultations
    .filter((each) => each.useCaseId === useCaseId)
    .map(({ id: _id, version: _version, organisationId: _body, useCaseId: _of, recordedBy, ...said }) => ({
      ...said,
      recordedBy: names.people.get(recordedBy) ?? null,
    })),
});
