import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ApiKey } from "../../../../control-plane/src/registry/domain/applications/api-key.js";
import type { Application } from "../../../../control-plane/src/registry/domain/applications/application.js";
import type { ApplicationRepository } from "../../../../control-plane/src/registry/ports/application-repository.port.js";

export class MemoryApplicationRepository implements ApplicationRepository {
  private readonly rows = new Map<string, Application>();
  private readonly keys = new Map<string, ApiKey>();

  /** Every application, in no order. */
  all(): readonly Application[] {
    return [...this.rows.values()];
  }

  async find(_ctx: Context, id: string): Promise<Application | null> {
    return Promise.resolve(this.rows.get(id) ?? null);
  }

  async findBySlug(_ctx: Context, slug: string): Promise<Application | null> {
    return Promise.resolve([...this.rows.values()].find((row) => row.slug === slug) ?? null);
  }

  async takenSlugs(_ctx: Context, base: string): Promise<readonly string[]> {
    return Promise.resolve([...this.rows.values()].map((row) => row.slug).filter((slug) => slug.startsWith(base)));
  }

  async insert(_ctx: Context, application: Application): Promise<void> {
    this.rows.set(application.id, application);
    return Promise.resolve();
  }

  async update(_ctx: Context, application: Application): Promise<void> {
    this.rows.set(application.id, application);
    return Promise.resolve();
  }

  async ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Application[]> {
    const rows = [...this.rows.values()].filter((row) => useCaseIds.includes(row.useCaseId));
    return Promise.resolve(rows.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }

  async findKey(_ctx: Context, id: string): Promise<ApiKey | null> {
    return Promise.resolve(this.keys.get(id) ?? null);
  }

  async findKeyByHash(_ctx: Context, hash: string): Promise<ApiKey | null> {
    return Promise.resolve([...this.keys.values()].find((key) => key.hash === hash) ?? null);
  }

  async insertKey(_ctx: Context, key: ApiKey): Promise<void> {
    this.keys.set(key.id, key);
    return Promise.resolve();
  }

  async revokeKey(_ctx: Context, id: string, at: Date): Promise<void> {
    const key = this.keys.get(id);
    if (key !== undefined && key.revokedAt === null) this.keys.set(id, { ...key, revokedAt: at });
    return Promise.resolve();
  }

  async keysOf(_ctx: Context, applicationIds: readonly string[]): Promise<readonly ApiKey[]> {
    const keys = [...this.keys.values()].filter((key) => applicationIds.includes(key.applicationId));
    return Promise.resolve(keys.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()));
  }
}
