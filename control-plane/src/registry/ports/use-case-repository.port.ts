import type { Context } from "../../kernel/use-case.js";
import type { AiUseCase, UseCaseEvent } from "../domain/ai-use-case.js";

/** Use cases and their history, within what the context's actor may see. */
export interface UseCaseRepository {
  find(ctx: Context, id: string): Promise<AiUseCase | null>;
  findBySlug(ctx: Context, slug: string): Promise<AiUseCase | null>;
  /**
   * Slugs of the platform that are `base` or `base-<number>`, whoever owns them; until the transaction ends nobody else
   * gives one.
   */
  takenSlugs(ctx: Context, base: string): Promise<readonly string[]>;
  insert(ctx: Context, useCase: AiUseCase): Promise<void>;
  /** Writes the next version; false when the stored version is not `useCase.version - 1` any more. */
  update(ctx: Context, useCase: AiUseCase): Promise<boolean>;
  appendEvent(ctx: Context, event: UseCaseEvent): Promise<void>;
  /** Oldest first. */
  events(ctx: Context, useCaseIds: readonly string[]): Promise<readonly UseCaseEvent[]>;
}
