import type { RequestFilter, UseCaseFilter, UseCaseSort, UsageGroup } from "../../generated/operations";
import { makeActs } from "./fake-acts";
import { amendUseCase, completenessOf } from "./portfolio/fake-amendment";
import { auditReportQuery } from "./fake-audit-report";
import { leftOf } from "./fake-budgets";
import { campaignQueries } from "./fake-campaigns";
import { complianceQueries, deskOf } from "./fake-compliance";
import { connection, type Page } from "./fake-connection";
import { tasksOf } from "./fake-home";
import { transitionsOf } from "./fake-life-cycle";
import { modelQueries } from "./portfolio/fake-model-acts";
import { ORGANISATIONS, organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";
import { type FakePool, liveOf } from "./fake-pools";
import { portfolioQueries } from "./portfolio/fake-portfolio-acts";
import { recordsOf } from "./portfolio/fake-portfolio";
import { decisionOf } from "./fake-requests";
import { policyQueries } from "./fake-policies";
import { roadmapQueries } from "./fake-roadmaps";
import { roundQueries } from "./fake-rounds";
import { simulationQueries } from "./fake-simulations";
import type { FakeUseCase } from "./fake-use-cases";
import { usageReport, withAmounts } from "./fake-usage";
import type { World } from "./fake-world";

/** The root value that graphql-js answers from; null for a person means that nobody is signed in. */
export function makeResolvers(world: World, person: FakePerson | null): object {
  if (person === null) return { me: null };
  const viewOf = (useCase: FakeUseCase) => ({
    ...useCase,
    organisation: organisationById(useCase.organisationId),
    completeness: completenessOf(useCase),
    ...recordsOf(world, useCase),
    ...deskOf(world, useCase.id),
    evidence: Object.entries(useCase.evidence).map(([kind, reference]) => ({ kind, reference })),
    transitions: transitionsOf(useCase, person),
    usage: ({ from, to }: { from: string; to: string }) => usageOf(world, useCase, from, to),
  });
  const poolView = (pool: FakePool) => ({
    ...pool,
    deployments: pool.models.map((name, index) => deployment(pool, name, index)),
    live: liveOf(pool, new Date()),
  });
  return {
    me: meView(person),
    tasks: tasksOf(world, person),
    organisations: ORGANISATIONS,
    useCases: (args: Page & { filter?: UseCaseFilter; sort?: UseCaseSort }) =>
      connection(foundUseCases(world.useCases, args.filter, args.sort).map(viewOf), args),
    useCase: ({ id }: { id: string }) => {
      const found = world.useCases.find((one) => one.id === id);
      return found === undefined ? null : viewOf(found);
    },
    ...modelQueries(world, person, viewOf),
    ...portfolioQueries(world, person, viewOf),
    pools: world.pools.map(poolView),
    pool: ({ id }: { id: string }) => {
      const found = world.pools.find((one) => one.id === id);
      return found === undefined ? null : poolView(found);
    },
    snapshot: { number: 48_211, publishedAt: world.started.toISOString(), bundleDigest: "sha256:9f3c2d71e40a55b8b21a" },
    budgets: world.budgets.map((budget) => ({ ...budget, left: leftOf(budget) })),
    requests: (args: Page & { filter?: RequestFilter }) => connection(foundRequests(world, args.filter), args),
    decision: ({ id }: { id: string }) => {
      const summary = world.requests.find((one) => one.id === id);
      return summary === undefined ? null : decisionOf(summary, world.pools);
    },
    usage: ({ from, to, groupBy }: { from: string; to: string; groupBy: UsageGroup }) =>
      usageReport(from, to, groupBy, world.useCases, new Date()),
    governanceEvents: (args: Page) =>
      connection(
        world.events.map((event) => ({ ...event, organisation: organisationById(event.organisationId) })),
        args,
      ),
    ...campaignQueries(person),
    ...roadmapQueries,
    ...roundQueries,
    ...complianceQueries(world, person),
    ...simulationQueries(person),
    ...auditReportQuery(person),
    ...policyQueries(person),
    ...makeActs(world, person, viewOf),
    amendUseCase: amendUseCase(world, person, viewOf),
  };
}

function meView(person: FakePerson) {
  const membership = {
    id: `m-${person.id}`,
    role: person.role,
    organisation: organisationById(person.organisation),
    validFrom: "2026-01-01T00:00:00+01:00",
    validTo: null,
  };
  return {
    id: person.id,
    name: person.name,
    email: `${person.id}@socle.example`,
    contractor: false,
    mfa: true,
    csrfToken: "fake",
    abilities: person.abilities,
    memberships: [membership],
  };
}

function deployment(pool: FakePool, name: string, index: number) {
  const model = {
    id: name,
    name,
    publisher: "Éditeur d’exemple",
    publisherCountry: "FR",
    licence: "Apache-2.0",
    contextWindow: 32_768,
    aliases: [],
    simulatedOnly: true,
  };
  return {
    id: `dep-${pool.id}-${index}`,
    model,
    servedName: name,
    gpusPerReplica: 2,
    inputPricePerMillion: 0.4,
    outputPricePerMillion: 1.6,
    endpoints: [0, 1].map((one) => ({
      id: `e-${pool.id}-${index}-${one}`,
      url: `http://127.0.0.1:81${index}${one + 1}`,
      simulated: true,
    })),
  };
}

function foundUseCases(
  all: readonly FakeUseCase[],
  filter?: UseCaseFilter,
  sort?: UseCaseSort,
): readonly FakeUseCase[] {
  const search = (filter?.search ?? "").toLowerCase();
  const direction = sort?.direction === "DESC" ? -1 : 1;
  const keyOf = (one: FakeUseCase): string => {
    if (sort?.field === "STATE") return one.state;
    if (sort?.field === "DECLARED_AT") return one.declaredAt;
    return sort?.field === "ORGANISATION" ? (organisationById(one.organisationId)?.name ?? "") : one.name;
  };
  return all
    .filter((one) => (filter?.organisationId ? one.organisationId === filter.organisationId : true))
    .filter((one) => filter?.state?.includes(one.state) ?? true)
    .filter((one) => `${one.name} ${one.description}`.toLowerCase().includes(search))
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b), "fr") * direction);
}

function foundRequests(world: World, filter?: RequestFilter) {
  return world.requests
    .filter((row) => filter?.outcome?.includes(row.outcome) ?? true)
    .filter((row) => (filter?.code ? row.code !== null && filter.code.includes(row.code) : true))
    .filter((row) => (filter?.organisationId ? row.organisation?.id === filter.organisationId : true))
    .filter((row) => (filter?.useCaseId ? row.useCaseId === filter.useCaseId : true))
    .filter((row) => {
      const asked = world.useCases.flatMap((one) => one.applications).find((one) => one.id === filter?.applicationId);
      return asked === undefined || row.applicationName === asked.name;
    })
    .filter((row) => (filter?.from ? row.at >= filter.from : true));
}

function usageOf(world: World, useCase: FakeUseCase, from: string, to: string) {
  const report = usageReport(from, to, "USE_CASE", [useCase], new Date());
  const all = usageReport(from, to, "USE_CASE", world.useCases, new Date());
  const rows = all.rows.filter((row) => row.groupId === useCase.id);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return withAmounts({
    ...report.totals,
    requests: sum((row) => row.totals.requests),
    refused: sum((row) => row.totals.refused),
    inputTokens: sum((row) => row.totals.inputTokens),
    outputTokens: sum((row) => row.totals.outputTokens),
    costEuro: Math.round(sum((row) => row.totals.costEuro) * 100) / 100,
    kWh: sum((row) => row.totals.kWh),
    kgCO2eq: sum((row) => row.totals.kgCO2eq),
  });
}
