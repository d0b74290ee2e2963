import type { Context } from "../../kernel/use-case.js";
import type { Model, ModelAlias, ModelNotice } from "../domain/models/model.js";

export type ModelDependent = Pick<ModelNotice, "useCaseId" | "organisationId">;

/** Models and their aliases; names of both live in one space. */
export interface ModelRepository {
  /** By name. */
  all(ctx: Context): Promise<readonly Model[]>;
  find(ctx: Context, id: string): Promise<Model | null>;
  findByName(ctx: Context, name: string): Promise<Model | null>;
  /** False when another model has its name. */
  insert(ctx: Context, model: Model): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `model.version - 1` any more. */
  update(ctx: Context, model: Model): Promise<boolean>;
  /** Use cases, not ended, of applications that name one of these models or aliases, or that say so themselves. */
  dependents(ctx: Context, names: readonly string[]): Promise<readonly ModelDependent[]>;
  /** The same by model, for models and their aliases as they stand. */
  dependentsOf(ctx: Context, modelIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  addNotices(ctx: Context, notices: readonly ModelNotice[]): Promise<void>;
  /** Newest first. */
  noticesOf(ctx: Context, useCaseIds: readonly string[]): Promise<readonly ModelNotice[]>;
  /** By name. */
  aliases(ctx: Context): Promise<readonly ModelAlias[]>;
  findAlias(ctx: Context, name: string): Promise<ModelAlias | null>;
  saveAlias(ctx: Context, alias: ModelAlias): Promise<void>;
}
