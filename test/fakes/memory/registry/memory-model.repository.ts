import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { AiUseCase } from "../../../../control-plane/src/registry/domain/ai-use-case.js";
import type { Application } from "../../../../control-plane/src/registry/domain/applications/application.js";
import { FINAL_STATES } from "../../../../control-plane/src/registry/domain/life-cycle.js";
import type { Model, ModelAlias, ModelNotice } from "../../../../control-plane/src/registry/domain/models/model.js";
import type {
  ModelDependent,
  ModelRepository,
} from "../../../../control-plane/src/registry/ports/model-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryRecords } from "../memory-records.js";

const byName = by(({ name }: { readonly name: string }) => [name]);

export class MemoryModelRepository extends MemoryRecords<Model> implements ModelRepository {
  private readonly names = new Map<string, ModelAlias>();
  private readonly notices: ModelNotice[] = [];

  /** @param useCases and @param callers applications, both as they stand */
  constructor(
    private readonly useCases: () => readonly AiUseCase[] = () => [],
    private readonly callers: () => readonly Application[] = () => [],
  ) {
    super();
  }

  all(_ctx: Context): Promise<readonly Model[]> {
    return Promise.resolve(this.where().sort(byName));
  }

  findByName(_ctx: Context, name: string): Promise<Model | null> {
    return this.one((model) => model.name === name);
  }

  insert(_ctx: Context, model: Model): Promise<boolean> {
    return this.putUnless(({ name }) => name === model.name, model);
  }

  dependents(_ctx: Context, names: readonly string[]): Promise<readonly ModelDependent[]> {
    const calling = this.callers().filter(({ models }) => models?.some((name) => names.includes(name)) === true);
    const ids = new Set(calling.map(({ useCaseId }) => useCaseId));
    const dependent = this.useCases().filter(
      ({ id, state, dossier }) =>
        !FINAL_STATES.includes(state) && (ids.has(id) || (dossier.models ?? []).some((name) => names.includes(name))),
    );
    const found = dependent.map(({ id, organisationId }) => ({ useCaseId: id, organisationId }));
    return Promise.resolve(found.sort(by(({ useCaseId }) => [useCaseId])));
  }

  async dependentsOf(ctx: Context, modelIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const id of modelIds) {
      const aliases = [...this.names.values()].filter(({ modelId }) => modelId === id).map(({ name }) => name);
      const dependents = await this.dependents(ctx, [this.get(id)?.name ?? "", ...aliases]);
      if (dependents.length > 0)
        found.set(
          id,
          dependents.map(({ useCaseId }) => useCaseId),
        );
    }
    return found;
  }

  addNotices(_ctx: Context, notices: readonly ModelNotice[]): Promise<void> {
    this.notices.push(...notices);
    return Promise.resolve();
  }

  noticesOf(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly ModelNotice[]> {
    return Promise.resolve(this.notices.filter(({ useCaseId }) => useCaseIds.includes(useCaseId)).reverse());
  }

  aliases(_ctx: Context): Promise<readonly ModelAlias[]> {
    return Promise.resolve([...this.names.values()].sort(byName));
  }

  findAlias(_ctx: Context, name: string): Promise<ModelAlias | null> {
    return Promise.resolve(this.names.get(name) ?? null);
  }

  saveAlias(_ctx: Context, alias: ModelAlias): Promise<void> {
    this.names.set(alias.name, alias);
    return Promise.resolve();
  }
}
