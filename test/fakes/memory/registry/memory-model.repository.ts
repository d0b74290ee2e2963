import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { AiUseCase } from "../../../../control-plane/src/registry/domain/ai-use-case.js";
import type { Application } from "../../../../control-plane/src/registry/domain/applications/application.js";
import { FINAL_STATES } from "../../../../control-plane/src/registry/domain/life-cycle.js";
import type { Model, ModelAlias, ModelNotice } from "../../../../control-plane/src/registry/domain/models/model.js";
import type {
  ModelDependent,
  ModelRepository,
} from "../../../../control-plane/src/registry/ports/model-repository.port.js";

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

export class MemoryModelRepository implements ModelRepository {
  private readonly models = new Map<string, Model>();
  private readonly names = new Map<string, ModelAlias>();
  private readonly notices: ModelNotice[] = [];

  /** @param callers applications as they stand */
  constructor(
    private readonly useCases: ReadonlyMap<string, AiUseCase> = new Map(),
    private readonly callers: () => readonly Application[] = () => [],
  ) {}

  async all(_ctx: Context): Promise<readonly Model[]> {
    return Promise.resolve([...this.models.values()].sort(byName));
  }

  async find(_ctx: Context, id: string): Promise<Model | null> {
    return Promise.resolve(this.models.get(id) ?? null);
  }

  async findByName(_ctx: Context, name: string): Promise<Model | null> {
    return Promise.resolve([...this.models.values()].find((model) => model.name === name) ?? null);
  }

  async insert(_ctx: Context, model: Model): Promise<boolean> {
    const taken = [...this.models.values()].some(({ name }) => name === model.name);
    if (!taken) this.models.set(model.id, model);
    return Promise.resolve(!taken);
  }

  async update(_ctx: Context, model: Model): Promise<boolean> {
    const stands = this.models.get(model.id)?.version === model.version - 1;
    if (stands) this.models.set(model.id, model);
    return Promise.resolve(stands);
  }

  async dependents(_ctx: Context, names: readonly string[]): Promise<readonly ModelDependent[]> {
    const calling = this.callers().filter(({ models }) => models?.some((name) => names.includes(name)) === true);
    const ids = new Set(calling.map(({ useCaseId }) => useCaseId));
    const dependent = [...this.useCases.values()].filter(
      ({ id, state, dossier }) =>
        !FINAL_STATES.includes(state) && (ids.has(id) || (dossier.models ?? []).some((name) => names.includes(name))),
    );
    return Promise.resolve(
      dependent
        .map(({ id, organisationId }) => ({ useCaseId: id, organisationId }))
        .sort((a, b) => (a.useCaseId < b.useCaseId ? -1 : 1)),
    );
  }

  async dependentsOf(ctx: Context, modelIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const id of modelIds) {
      const aliases = [...this.names.values()].filter(({ modelId }) => modelId === id).map(({ name }) => name);
      const dependents = await this.dependents(ctx, [this.models.get(id)?.name ?? "", ...aliases]);
      if (dependents.length > 0)
        found.set(
          id,
          dependents.map(({ useCaseId }) => useCaseId),
        );
    }
    return found;
  }

  async addNotices(_ctx: Context, notices: readonly ModelNotice[]): Promise<void> {
    this.notices.push(...notices);
    return Promise.resolve();
  }

  async noticesOf(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly ModelNotice[]> {
    return Promise.resolve(this.notices.filter(({ useCaseId }) => useCaseIds.includes(useCaseId)).reverse());
  }

  async aliases(_ctx: Context): Promise<readonly ModelAlias[]> {
    return Promise.resolve([...this.names.values()].sort(byName));
  }

  async findAlias(_ctx: Context, name: string): Promise<ModelAlias | null> {
    return Promise.resolve(this.names.get(name) ?? null);
  }

  async saveAlias(_ctx: Context, alias: ModelAlias): Promise<void> {
    this.names.set(alias.name, alias);
    return Promise.resolve();
  }
}
