import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { ApiKey } from "../../domain/applications/api-key.js";
import type { Application } from "../../domain/applications/application.js";
import type { ApplicationRepository } from "../../ports/application-repository.port.js";

const APPLICATION = `id, slug, name, environment, use_case_id AS "useCaseId", organisation_id AS "organisationId",
  models, created_at AS "createdAt"`;
const KEY = `id, application_id AS "applicationId", organisation_id AS "organisationId", prefix, hash,
  created_at AS "createdAt", created_by AS "createdBy", expires_at AS "expiresAt", revoked_at AS "revokedAt"`;

export class PgApplicationRepository implements ApplicationRepository {
  find(ctx: Context, id: string): Promise<Application | null> {
    return first<Application>(ctx, `SELECT ${APPLICATION} FROM application WHERE id = $1`, uuidOrNull(id));
  }

  findBySlug(ctx: Context, slug: string): Promise<Application | null> {
    return first<Application>(ctx, `SELECT ${APPLICATION} FROM application WHERE slug = $1`, slug);
  }

  async takenSlugs(ctx: Context, base: string): Promise<readonly string[]> {
    // Who gives a slug of this base waits for whoever does, so that two of one name get two.
    await rowsOf(ctx, "SELECT pg_advisory_xact_lock(hashtextextended('application slug ' || $1, 0))", [base]);
    const rows = await rowsOf<{ slug: string }>(ctx, "SELECT slug FROM application_taken_slugs($1) AS slug", [base]);
    return rows.map((row) => row.slug);
  }

  async insert(ctx: Context, row: Application): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO application (id, slug, name, environment, use_case_id, organisation_id, models, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, row.slug, row.name, row.environment, row.useCaseId, row.organisationId, row.models, row.createdAt],
    );
  }

  async update(ctx: Context, row: Application): Promise<void> {
    await countOf(ctx, "UPDATE application SET name = $2, environment = $3, models = $4 WHERE id = $1", [
      row.id,
      row.name,
      row.environment,
      row.models,
    ]);
  }

  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Application[]> {
    const sql = `SELECT ${APPLICATION} FROM application WHERE use_case_id = ANY ($1) ORDER BY socle_fold(name), id`;
    return rowsOf<Application>(ctx, sql, [uuidsOf(useCaseIds)]);
  }

  findKey(ctx: Context, id: string): Promise<ApiKey | null> {
    return first<ApiKey>(ctx, `SELECT ${KEY} FROM api_key WHERE id = $1`, uuidOrNull(id));
  }

  findKeyByHash(ctx: Context, hash: string): Promise<ApiKey | null> {
    return first<ApiKey>(ctx, `SELECT ${KEY} FROM api_key WHERE hash = $1`, hash);
  }

  async insertKey(ctx: Context, key: ApiKey): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO api_key
         (id, application_id, organisation_id, prefix, hash, created_at, created_by, expires_at, revoked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        key.id,
        key.applicationId,
        key.organisationId,
        key.prefix,
        key.hash,
        key.createdAt,
        key.createdBy,
        key.expiresAt,
        key.revokedAt,
      ],
    );
  }

  async revokeKey(ctx: Context, id: string, at: Date): Promise<void> {
    await countOf(ctx, "UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", [id, at]);
  }

  keysOf(ctx: Context, applicationIds: readonly string[]): Promise<readonly ApiKey[]> {
    const sql = `SELECT ${KEY} FROM api_key WHERE application_id = ANY ($1) ORDER BY created_at DESC, id DESC`;
    return rowsOf<ApiKey>(ctx, sql, [uuidsOf(applicationIds)]);
  }
}

async function first<Row>(ctx: Context, sql: string, parameter: string | null): Promise<Row | null> {
  const [row] = await rowsOf<Row>(ctx, sql, [parameter]);
  return row ?? null;
}
