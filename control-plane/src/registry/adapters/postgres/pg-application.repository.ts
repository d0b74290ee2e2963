import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { Table, values } from "../../../platform/database/table.js";
import type { ApiKey } from "../../domain/applications/api-key.js";
import type { Application } from "../../domain/applications/application.js";
import type { ApplicationRepository } from "../../ports/application-repository.port.js";

const APPLICATIONS = new Table<Application>(
  "application",
  values("id", "slug", "name", "environment", "useCaseId", "organisationId", "models", "createdAt"),
);
const KEYS = new Table<ApiKey>("api_key", {
  ...values("id", "applicationId", "organisationId", "prefix", "hash", "createdAt", "createdBy", "expiresAt"),
  ...values("revokedAt"),
});

export class PgApplicationRepository implements ApplicationRepository {
  find = (ctx: Context, id: string): Promise<Application | null> => APPLICATIONS.find(ctx, id);
  findBySlug = (ctx: Context, slug: string): Promise<Application | null> =>
    APPLICATIONS.first(ctx, "WHERE slug = $1", [slug]);

  async takenSlugs(ctx: Context, base: string): Promise<readonly string[]> {
    // Who gives a slug of this base waits for whoever does, so that two of one name get two.
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('application slug ' || $1, 0))", [base]);
    const rows = await rowsOf<{ slug: string }>(ctx, "SELECT slug FROM application_taken_slugs($1) AS slug", [base]);
    return rows.map((row) => row.slug);
  }

  insert = (ctx: Context, application: Application): Promise<void> => APPLICATIONS.insert(ctx, application);

  async update(ctx: Context, { id, name, environment, models }: Application): Promise<void> {
    const sql = "UPDATE application SET name = $2, environment = $3, models = $4 WHERE id = $1";
    await countOf(ctx, sql, [id, name, environment, models]);
  }

  ofUseCases = (ctx: Context, useCaseIds: readonly string[]): Promise<readonly Application[]> =>
    APPLICATIONS.of(ctx, "use_case_id", useCaseIds, "socle_fold(application.name), id");

  findKey = (ctx: Context, id: string): Promise<ApiKey | null> => KEYS.find(ctx, id);
  findKeyByHash = (ctx: Context, hash: string): Promise<ApiKey | null> => KEYS.first(ctx, "WHERE hash = $1", [hash]);
  insertKey = (ctx: Context, key: ApiKey): Promise<void> => KEYS.insert(ctx, key);

  async revokeKey(ctx: Context, id: string, at: Date): Promise<void> {
    await countOf(ctx, "UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", [id, at]);
  }

  async shortenKey(ctx: Context, id: string, at: Date): Promise<void> {
    await countOf(ctx, "UPDATE api_key SET expires_at = $2 WHERE id = $1 AND expires_at > $2", [id, at]);
  }

  keysOf = (ctx: Context, applicationIds: readonly string[]): Promise<readonly ApiKey[]> =>
    KEYS.of(ctx, "application_id", applicationIds, "created_at DESC, id DESC");
}
