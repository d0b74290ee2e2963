import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ApiKey } from "../../../../control-plane/src/registry/domain/applications/api-key.js";
import type { Application } from "../../../../control-plane/src/registry/domain/applications/application.js";
import type { ApplicationRepository } from "../../../../control-plane/src/registry/ports/application-repository.port.js";
import { by } from "../memory-list.js";
import { MemoryRows } from "../memory-records.js";

export class MemoryApplicationRepository extends MemoryRows<Application> implements ApplicationRepository {
  private readonly keys = new MemoryRows<ApiKey>();

  findBySlug(_ctx: Context, slug: string): Promise<Application | null> {
    return this.one((row) => row.slug === slug);
  }

  takenSlugs(_ctx: Context, base: string): Promise<readonly string[]> {
    return Promise.resolve(this.where(({ slug }) => slug.startsWith(base)).map(({ slug }) => slug));
  }

  insert(_ctx: Context, application: Application): Promise<void> {
    return this.put(application);
  }

  update(_ctx: Context, application: Application): Promise<void> {
    return this.put(application);
  }

  ofUseCases(_ctx: Context, useCaseIds: readonly string[]): Promise<readonly Application[]> {
    const rows = this.where(({ useCaseId }) => useCaseIds.includes(useCaseId));
    return Promise.resolve(rows.sort(by(({ name }) => [name])));
  }

  findKey(ctx: Context, id: string): Promise<ApiKey | null> {
    return this.keys.find(ctx, id);
  }

  findKeyByHash(_ctx: Context, hash: string): Promise<ApiKey | null> {
    return this.keys.one((key) => key.hash === hash);
  }

  insertKey(_ctx: Context, key: ApiKey): Promise<void> {
    return this.keys.put(key);
  }

  async revokeKey(_ctx: Context, id: string, at: Date): Promise<void> {
    const key = this.keys.get(id);
    if (key !== undefined && key.revokedAt === null) await this.keys.put({ ...key, revokedAt: at });
  }

  async shortenKey(_ctx: Context, id: string, at: Date): Promise<void> {
    const key = this.keys.get(id);
    if (key !== undefined && key.expiresAt > at) await this.keys.put({ ...key, expiresAt: at });
  }

  keysOf(_ctx: Context, applicationIds: readonly string[]): Promise<readonly ApiKey[]> {
    const keys = this.keys.where(({ applicationId }) => applicationIds.includes(applicationId));
    return Promise.resolve(keys.sort(by(({ createdAt }) => [createdAt.getTime()], "descending")));
  }
}
