import type { Context } from "../../kernel/use-case.js";
import type { Model, ModelAlias } from "../domain/models/model.js";

/** Models and their aliases; names of both live in one space. */
export interface ModelRepository {
  /** By name. */
  all(ctx: Context): Promise<readonly Model[]>;
  find(ctx: Context, id: string): Promise<Model | null>;
  findByName(ctx: Context, name: string): Promise<Model | null>;
  save(ctx: Context, model: Model): Promise<void>;
  /** By name. */
  aliases(ctx: Context): Promise<readonly ModelAlias[]>;
  findAlias(ctx: Context, name: string): Promise<ModelAlias | null>;
  saveAlias(ctx: Context, alias: ModelAlias): Promise<void>;
}
