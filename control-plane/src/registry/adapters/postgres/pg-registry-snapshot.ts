import type { AliasV1, KeyV1, ModelV1, UseCaseV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { RegistrySnapshot } from "../../domain/registry-snapshot.js";

type UseCaseRow = UseCaseV1;
interface ApplicationRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly useCaseId: string;
  readonly models: string[] | null;
}
interface KeyRow {
  readonly applicationId: string;
  readonly id: string;
  readonly hash: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What schedulers need of the registry. Ended keys stay in, so that their callers are told why. */
export async function registrySnapshotSource(ctx: Context): Promise<RegistrySnapshot> {
  const useCases = await rowsOf<UseCaseRow>(
    ctx,
    `SELECT id, slug, name, organisation_id AS "organisationId", state, labels, service_class AS "serviceClass",
       max_output_tokens AS "maxOutputTokens" FROM use_case ORDER BY id`,
  );
  const applications = await rowsOf<ApplicationRow>(
    ctx,
    `SELECT id, slug, name, use_case_id AS "useCaseId", models FROM application ORDER BY id`,
  );
  const keys = keysByApplication(
    await rowsOf<KeyRow>(
      ctx,
      `SELECT application_id AS "applicationId", id, hash, expires_at AS "expiresAt", revoked_at AS "revokedAt"
       FROM api_key ORDER BY id`,
    ),
  );
  return {
    useCases,
    applications: applications.map(({ models, ...row }) => ({ ...row, keys: keys.get(row.id) ?? [], models })),
    models: await rowsOf<ModelV1>(
      ctx,
      `SELECT id, name, publisher, context_window AS "contextWindow" FROM model ORDER BY id`,
    ),
    aliases: await rowsOf<AliasV1>(
      ctx,
      `SELECT name, model_id AS "modelId" FROM model_alias ORDER BY name COLLATE "C"`,
    ),
  };
}

function keysByApplication(rows: readonly KeyRow[]): ReadonlyMap<string, KeyV1[]> {
  const keys = new Map<string, KeyV1[]>();
  for (const row of rows) {
    const held = keys.get(row.applicationId) ?? [];
    const revokedAt = row.revokedAt?.getTime() ?? null;
    held.push({ id: row.id, hash: row.hash, expiresAt: row.expiresAt.getTime(), revokedAt });
    keys.set(row.applicationId, held);
  }
  return keys;
}
