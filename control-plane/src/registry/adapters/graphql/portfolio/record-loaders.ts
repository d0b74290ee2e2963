import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import type { AiUseCase } from "../../../domain/ai-use-case.js";
import type { ModelNotice } from "../../../domain/models/model.js";
import type { Brick } from "../../../domain/portfolio/brick.js";
import type { OfUseCase } from "../../../domain/stored.js";
import type { RegistryPorts } from "../../../ports/registry-ports.js";
import type { UseCaseRecordStore } from "../../../ports/record-store.port.js";
import { REGISTRY_PORTS } from "../../../registry.tokens.js";

type Kinds = Pick<RegistryPorts, "scores" | "evaluations" | "consultations" | "changes">;
type KindOf<Store> = Store extends UseCaseRecordStore<infer Kind> ? Kind : never;

/** What hangs from use cases, loaded for a whole answer at once. */
@Injectable()
export class RecordLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REGISTRY_PORTS) private readonly ports: RegistryPorts,
  ) {}

  async ofUseCase<Name extends keyof Kinds>(
    loaders: RequestLoaders,
    actor: Actor,
    kind: Name,
    useCaseId: string,
  ): Promise<readonly KindOf<Kinds[Name]>[]> {
    const store = this.ports[kind] as unknown as UseCaseRecordStore<KindOf<Kinds[Name]> & OfUseCase>;
    const loader = loaders.of(`registry.${kind}`, (ids) =>
      this.runner.read(actor, async (ctx) => byUseCase(await store.ofUseCases(ctx, ids))),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async noticesOf(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly ModelNotice[]> {
    const loader = loaders.of("registry.model-notices", (ids) =>
      this.runner.read(actor, async (ctx) => byUseCase(await this.ports.models.noticesOf(ctx, ids))),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async bricksOf(loaders: RequestLoaders, actor: Actor, useCaseId: string): Promise<readonly Brick[]> {
    const loader = loaders.of("registry.bricks-of", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const bricks = new Map((await this.ports.bricks.all(ctx)).map((brick) => [brick.id, brick]));
        return found(await this.ports.brickUses.brickIdsOf(ctx, ids), bricks);
      }),
    );
    return (await loader.load(useCaseId)) ?? [];
  }

  async useCasesOf(loaders: RequestLoaders, actor: Actor, brickId: string): Promise<readonly AiUseCase[]> {
    const loader = loaders.of("registry.use-cases-of-brick", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const uses = await this.ports.brickUses.useCaseIdsOf(ctx, ids);
        return found(uses, await this.useCasesById(ctx, [...new Set([...uses.values()].flat())]));
      }),
    );
    return (await loader.load(brickId)) ?? [];
  }

  private async useCasesById(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, AiUseCase>> {
    return new Map((await this.ports.catalogue.findMany(ctx, ids)).map((useCase) => [useCase.id, useCase]));
  }
}

function byUseCase<Kind extends { readonly useCaseId: string }>(
  records: readonly Kind[],
): ReadonlyMap<string, readonly Kind[]> {
  const groups = new Map<string, Kind[]>();
  for (const record of records) groups.set(record.useCaseId, [...(groups.get(record.useCaseId) ?? []), record]);
  return groups;
}

const found = <Item>(
  idsOf: ReadonlyMap<string, readonly string[]>,
  items: ReadonlyMap<string, Item>,
): ReadonlyMap<string, readonly Item[]> =>
  new Map([...idsOf].map(([key, ids]) => [key, ids.flatMap((id) => items.get(id) ?? [])]));
