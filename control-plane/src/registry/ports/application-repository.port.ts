import type { Context } from "../../kernel/use-case.js";
import type { ApiKey } from "../domain/applications/api-key.js";
import type { Application } from "../domain/applications/application.js";

/** Applications and the keys they hold, within what the context's actor may see. */
export interface ApplicationRepository {
  find(ctx: Context, id: string): Promise<Application | null>;
  findBySlug(ctx: Context, slug: string): Promise<Application | null>;
  takenSlugs(ctx: Context, base: string): Promise<readonly string[]>;
  insert(ctx: Context, application: Application): Promise<void>;
  update(ctx: Context, application: Application): Promise<void>;
  /** By name. */
  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Application[]>;

  findKey(ctx: Context, id: string): Promise<ApiKey | null>;
  findKeyByHash(ctx: Context, hash: string): Promise<ApiKey | null>;
  insertKey(ctx: Context, key: ApiKey): Promise<void>;
  /** Ends a key at `at`; the first revocation stands. */
  revokeKey(ctx: Context, id: string, at: Date): Promise<void>;
  /** Has a key end at `at` instead of later. */
  shortenKey(ctx: Context, id: string, at: Date): Promise<void>;
  /** Newest first. */
  keysOf(ctx: Context, applicationIds: readonly string[]): Promise<readonly ApiKey[]>;
}
