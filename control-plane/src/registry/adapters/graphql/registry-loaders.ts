import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { Authoriser, Context, SubjectName, UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { AUTHORISER, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { AiUseCase, UseCaseEvent } from "../../domain/ai-use-case.js";
import type { ApiKey } from "../../domain/applications/api-key.js";
import type { Application } from "../../domain/applications/application.js";
import type { KeyRequest } from "../../domain/applications/key-request.js";
import type { Model } from "../../domain/models/model.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import { transitionsSeenBy, type SeenTransition } from "./seen-transitions.js";

interface Owned {
  readonly organisationId: string;
}

/** What hangs from use cases and applications, loaded for a whole answer at once. */
@Injectable()
export class RegistryLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(AUTHORISER) private readonly authoriser: Authoriser,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  async useCase(loaders: RequestLoaders, actor: Actor, id: string): Promise<AiUseCase | null> {
    return loaders
      .of("registry.use-case", (ids) =>
        this.runner.read(actor, async (ctx) => byId(await this.ports.catalogue.findMany(ctx, ids))),
      )
      .load(id);
  }

  async history(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly UseCaseEvent[]> {
    const loader = loaders.of("registry.history", (ids) =>
      this.runner.read(actor, async (ctx) => groupBy(await this.ports.useCases.events(ctx, ids), (e) => e.useCaseId)),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async applications(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly Application[]> {
    const loader = loaders.of("registry.applications", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const rows = await this.ports.applications.ofUseCases(ctx, ids);
        return groupBy(await this.readable(ctx, "Application", rows), (row) => row.useCaseId);
      }),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async keys(loaders: RequestLoaders, actor: Actor, applicationId: string): Promise<readonly ApiKey[]> {
    const loader = loaders.of("registry.keys", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const rows = await this.ports.applications.keysOf(ctx, ids);
        return groupBy(await this.readable(ctx, "ApiKey", rows), (row) => row.applicationId);
      }),
    );
    return (await loader.load(applicationId)) ?? [];
  }

  async keyRequests(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly KeyRequest[]> {
    const loader = loaders.of("registry.key-requests", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const rows = await this.ports.keyRequests.ofUseCases(ctx, ids);
        return groupBy((await this.readable(ctx, "ApiKey", rows)).reverse(), (row) => row.useCaseId);
      }),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async transitions(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly SeenTransition[]> {
    const loader = loaders.of("registry.transitions", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const useCases = await this.ports.catalogue.findMany(ctx, ids);
        const history = await this.ports.useCases.events(ctx, ids);
        return transitionsSeenBy(ctx, this.authoriser, this.ports.rules, useCases, history);
      }),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async useCaseCount(loaders: RequestLoaders, actor: Actor, organisationId: string): Promise<number> {
    const loader = loaders.of("registry.use-case-count", (ids) =>
      this.runner.read(actor, (ctx) => this.ports.catalogue.countByOrganisation(ctx, ids)),
    );
    return (await loader.load(organisationId)) ?? 0;
  }

  async model(loaders: RequestLoaders, actor: Actor, id: string): Promise<Model | null> {
    const loader = loaders.of("registry.model", () =>
      this.runner.read(actor, async (ctx) => byId(await this.ports.models.all(ctx))),
    );
    return loader.load(id);
  }

  async aliases(loaders: RequestLoaders, actor: Actor, modelId: string): Promise<readonly string[]> {
    const loader = loaders.of("registry.aliases", () =>
      this.runner.read(actor, async (ctx) => groupBy(await this.ports.models.aliases(ctx), (alias) => alias.modelId)),
    );
    return ((await loader.load(modelId)) ?? []).map((alias) => alias.name);
  }

  /** Use cases, not ended, that a model's end would touch, as far as the actor may see. */
  async dependants(loaders: RequestLoaders, actor: Actor, modelId: string): Promise<readonly AiUseCase[]> {
    const loader = loaders.of("registry.model-dependants", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const idsOf = await this.ports.models.dependentsOf(ctx, ids);
        const useCases = byId(await this.ports.catalogue.findMany(ctx, [...new Set([...idsOf.values()].flat())]));
        return new Map([...idsOf].map(([id, found]) => [id, found.flatMap((one) => useCases.get(one) ?? [])]));
      }),
    );
    return (await loader.load(modelId)) ?? [];
  }

  /** Keeps what the actor's role may read; asks once for each organisation. */
  private async readable<Row extends Owned>(ctx: Context, name: SubjectName, rows: readonly Row[]): Promise<Row[]> {
    const may = new Map<string, boolean>();
    await this.authoriser.foresee?.(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    );
    for (const organisationId of new Set(rows.map((row) => row.organisationId)))
      may.set(organisationId, (await this.authoriser.authorise(ctx, "read", { name, id: null, organisationId })).ok);
    return rows.filter((row) => may.get(row.organisationId) === true);
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
