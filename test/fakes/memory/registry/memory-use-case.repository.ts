import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { AiUseCase, UseCaseEvent } from "../../../../control-plane/src/registry/domain/ai-use-case.js";
import type { UseCaseRepository } from "../../../../control-plane/src/registry/ports/use-case-repository.port.js";

export class MemoryUseCaseRepository implements UseCaseRepository {
  readonly rows = new Map<string, AiUseCase>();
  private readonly history: UseCaseEvent[] = [];

  async find(_ctx: Context, id: string): Promise<AiUseCase | null> {
    return Promise.resolve(this.rows.get(id) ?? null);
  }

  async findBySlug(_ctx: Context, slug: string): Promise<AiUseCase | null> {
    return Promise.resolve([...this.rows.values()].find((row) => row.slug === slug) ?? null);
  }

  async takenSlugs(_ctx: Context, base: string): Promise<readonly string[]> {
    return Promise.resolve([...this.rows.values()].map((row) => row.slug).filter((slug) => slug.startsWith(base)));
  }

  async insert(_ctx: Context, useCase: AiUseCase): Promise<void> {
    this.rows.set(useCase.id, useCase);
    return Promise.resolve();
  }

  async update(_ctx: Context, useCase: AiUseCase): Promise<boolean> {
    const stands = this.rows.get(useCase.id)?.version === useCase.version - 1;
    if (stands) this.rows.set(useCase.id, useCase);
    return Promise.resolve(stands);
  }

  async appendEvent(_ctx: Context, event: UseCaseEvent): Promise<void> {
    this.history.push(event);
    return Promise.resolve();
  }

  async events(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly UseCaseEvent[]> {
    return Promise.resolve(this.history.filter((event) => useCaseIds.includes(event.useCaseId)));
  }
}
