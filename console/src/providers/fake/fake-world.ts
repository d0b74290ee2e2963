import type { RequestRow } from "../../generated/operations";
import { type FakeBudget, makeBudgets } from "./fake-budgets";
import { type FakeModel, makeModels } from "./portfolio/fake-models";
import { type FakePool, makePools } from "./fake-pools";
import { makePortfolio, type Portfolio } from "./portfolio/fake-portfolio";
import { makeRequests } from "./fake-requests";
import { type FakeUseCase, makeUseCases } from "./fake-use-cases";

export interface FakeEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly useCase: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly organisationId: string | null;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface World {
  readonly started: Date;
  readonly useCases: FakeUseCase[];
  readonly pools: FakePool[];
  readonly budgets: FakeBudget[];
  readonly requests: RequestRow[];
  readonly models: FakeModel[];
  readonly portfolio: Portfolio;
  readonly events: FakeEvent[];
  /** Writes the act at the head of the journal. */
  record(event: Omit<FakeEvent, "id" | "at">): void;
}

const HOUR = 3_600_000;

export function makeWorld(started: Date): World {
  const useCases = makeUseCases(started);
  const events: FakeEvent[] = firstEvents(started);
  return {
    started,
    useCases,
    pools: makePools(),
    budgets: makeBudgets(started, useCases),
    requests: makeRequests(useCases, started),
    models: makeModels(started),
    portfolio: makePortfolio(started),
    events,
    record(event) {
      events.unshift({ ...event, id: `event-${events.length + 1}`, at: new Date().toISOString() });
    },
  };
}

function firstEvents(started: Date): FakeEvent[] {
  const acts: readonly (readonly [string, string, string, string, Record<string, string | number>])[] = [
    ["allocation.grant-allocation", "Pool", "sud", "mtravail", { nominal: 8, before: 6 }],
    ["registry.transition-use-case", "UseCase", "uc-1", "mtravail", { to: "experiment" }],
    ["registry.suspend-use-case", "UseCase", "uc-8", "ftravail", { reason: "Plainte en cours d’examen" }],
    ["registry.issue-key", "ApiKey", "key-1", "mtravail", { prefix: "sk-socle-107d", days: 90 }],
    ["allocation.set-budget", "Budget", "b-1", "mtravail", { amount: 26_000, period: "month" }],
    ["registry.declare-use-case", "UseCase", "uc-9", "dgfip", { labels: "internal" }],
    ["serving.deploy-model", "Pool", "nord", "etat", { model: "redaction-24b" }],
    ["serving.register-pool", "Pool", "nord", "etat", { gpus: 120 }],
  ];
  return acts.map(([useCase, subjectType, subjectId, organisationId, data], index) => ({
    id: `event-seed-${index}`,
    at: new Date(started.getTime() - (20 + index * 17) * HOUR).toISOString(),
    actor: index % 3 === 0 ? "system:seed" : `0194a2c1-7e${index}0`,
    useCase,
    subjectType,
    subjectId,
    organisationId,
    data,
  }));
}
