import type { AliasV1, KeyV1, ModelV1, UseCaseV1 } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { SERVED_STATES, type Provenance } from "../../domain/models/model.js";
import type { RegistrySnapshot } from "../../domain/registry-snapshot.js";
import { standingOf, type Standing } from "../../domain/use-case-standing.js";

interface UseCaseRow extends Omit<UseCaseV1, "standing">, Standing {}
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

interface ServedModelRow extends Omit<ModelV1, "sunset" | "provenance"> {
  readonly publisherCountry: string;
  readonly said: Provenance;
  readonly announcedAt: Date | null;
  readonly endsAt: Date | null;
  readonly replacement: string | null;
}

const SERVED_MODELS = `SELECT model.id, model.name, model.publisher, model.context_window AS "contextWindow",
    model.publisher_country AS "publisherCountry", model.provenance AS said,
    model.announced_at AS "announcedAt", model.ends_at AS "endsAt", replacement.name AS replacement
  FROM model LEFT JOIN model replacement ON replacement.id = model.replacement_id
  WHERE model.state = ANY ($1) ORDER BY model.id`;

const servedModel = (row: ServedModelRow): ModelV1 => {
  const { announcedAt, endsAt, replacement, publisherCountry, said, ...facts } = row;
  const { weights, format, sha256, runsIn, trainingOnInputs, evalStatus } = said;
  const known = { publisherCountry, weights, format, sha256, runsIn, trainingOnInputs, evalStatus };
  const provenance = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  const model = { ...facts, provenance };
  if (announcedAt === null || endsAt === null) return model;
  return { ...model, sunset: { announcedAt: announcedAt.getTime(), endsAt: endsAt.getTime(), replacement } };
};

const servedUseCase = ({
  decisionRole,
  staffEffect,
  oversight,
  evidence,
  dossier,
  ...facts
}: UseCaseRow): UseCaseV1 => ({
  ...facts,
  standing: standingOf({ decisionRole, staffEffect, oversight, evidence, dossier }),
});

/** What schedulers need of the registry. Ended keys stay in, so that their callers are told why. */
export async function registrySnapshotSource(ctx: Context): Promise<RegistrySnapshot> {
  const useCases = await rowsOf<UseCaseRow>(
    ctx,
    `SELECT id, slug, name, organisation_id AS "organisationId", state, labels, service_class AS "serviceClass",
       max_output_tokens AS "maxOutputTokens", decision_role AS "decisionRole", staff_effect AS "staffEffect",
       oversight, evidence, dossier FROM use_case ORDER BY id`,
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
    useCases: useCases.map(servedUseCase),
    applications: applications.map(({ models, ...row }) => ({ ...row, keys: keys.get(row.id) ?? [], models })),
    models: (await rowsOf<ServedModelRow>(ctx, SERVED_MODELS, [SERVED_STATES])).map(servedModel),
    aliases: await rowsOf<AliasV1>(
      ctx,
      `SELECT model_alias.name, model_id AS "modelId" FROM model_alias JOIN model ON model.id = model_id
       WHERE state = ANY ($1) ORDER BY model_alias.name COLLATE "C"`,
      [SERVED_STATES],
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
