import type { Context } from "../../../kernel/use-case.js";
import type { Model, ModelAlias } from "../../domain/models/model.js";
import type { ModelRepository } from "../../ports/model-repository.port.js";

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

export class MemoryModelRepository implements ModelRepository {
  private readonly models = new Map<string, Model>();
  private readonly names = new Map<string, ModelAlias>();

  async all(_ctx: Context): Promise<readonly Model[]> {
    return Promise.resolve([...this.models.values()].sort(byName));
  }

  async find(_ctx: Context, id: string): Promise<Model | null> {
    return Promise.resolve(this.models.get(id) ?? null);
  }

  async findByName(_ctx: Context, name: string): Promise<Model | null> {
    return Promise.resolve([...this.models.values()].find((model) => model.name === name) ?? null);
  }

  async save(_ctx: Context, model: Model): Promise<void> {
    this.models.set(model.id, model);
    return Promise.resolve();
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
