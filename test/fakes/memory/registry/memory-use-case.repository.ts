import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { AiUseCase, UseCaseEvent } from "../../../../control-plane/src/registry/domain/ai-use-case.js";
import type { UseCaseRepository } from "../../../../control-plane/src/registry/ports/use-case-repository.port.js";
import { MemoryRecords } from "../memory-records.js";

export class MemoryUseCaseRepository extends MemoryRecords<AiUseCase> implements UseCaseRepository {
  private readonly history: UseCaseEvent[] = [];

  findBySlug(_ctx: Context, slug: string): Promise<AiUseCase | null> {
    return this.one((row) => row.slug === slug);
  }

  takenSlugs(_ctx: Context, base: string): Promise<readonly string[]> {
    return Promise.resolve(this.where(({ slug }) => slug.startsWith(base)).map(({ slug }) => slug));
  }

  insert(_ctx: Context, useCase: AiUseCase): Promise<void> {
    return this.put(useCase);
  }

  appendEvent(_ctx: Context, event: UseCaseEvent): Promise<void> {
    this.history.push(event);
    return Promise.resolve();
  }

  events(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly UseCaseEvent[]> {
    return Promise.resolve(this.history.filter((event) => useCaseIds.includes(event.useCaseId)));
  }
}
