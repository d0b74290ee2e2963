import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type { Model } from "../../domain/models/model.js";
import type { Evaluation } from "../../domain/evaluations/evaluation.js";
import type { Brick } from "../../domain/portfolio/brick.js";
import type { ShadowTool } from "../../domain/portfolio/shadow-tool.js";
import type { StaffConsultation } from "../../domain/portfolio/staff-consultation.js";
import type { TrainingDeclaration } from "../../domain/portfolio/training.js";
import { BRICKS, CONSULTATIONS, EVALUATIONS, SHADOW_TOOLS, TRAININGS } from "./records/record-tables.js";
import { PgModelRepository } from "./pg-model.repository.js";
import { USE_CASES } from "./use-case.table.js";

interface ExportedKey {
  readonly prefix: string;
  readonly hash: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

interface ExportedApplication {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly environment: string;
  /** Slug of its use case. */
  readonly useCase: string;
  readonly models: readonly string[] | null;
  readonly keys: readonly ExportedKey[];
}

/** Everything of the registry that an import takes back, by slug and name. */
export interface RegistryExport {
  readonly useCases: readonly AiUseCase[];
  readonly applications: readonly ExportedApplication[];
  readonly models: readonly Model[];
  readonly evaluations: readonly Evaluation[];
  readonly consultations: readonly StaffConsultation[];
  readonly bricks: readonly Brick[];
  readonly shadowTools: readonly ShadowTool[];
  readonly trainings: readonly TrainingDeclaration[];
  /** `model` is the model's name. */
  readonly aliases: readonly { readonly name: string; readonly model: string }[];
}

const KEYS = `coalesce((SELECT json_agg(json_build_object('prefix', prefix, 'hash', hash, 'expiresAt', expires_at,
  'revokedAt', revoked_at) ORDER BY id) FROM api_key WHERE application_id = application.id), '[]')`;

interface ApplicationRow extends Omit<ExportedApplication, "keys"> {
  readonly keys: readonly { prefix: string; hash: string; expiresAt: string; revokedAt: string | null }[];
}

/** The registry as the context's actor sees it, oldest first. */
export async function exportRegistry(ctx: Context): Promise<RegistryExport> {
  const applications = await rowsOf<ApplicationRow>(
    ctx,
    `SELECT application.id, application.slug, application.name, environment, use_case.slug AS "useCase", models, ${KEYS} AS keys
     FROM application JOIN use_case ON use_case.id = use_case_id ORDER BY application.id`,
  );
  return {
    useCases: await USE_CASES.select(ctx, "ORDER BY id"),
    applications: applications.map((row) => ({
      ...row,
      keys: row.keys.map((key) => ({
        ...key,
        expiresAt: new Date(key.expiresAt),
        revokedAt: key.revokedAt === null ? null : new Date(key.revokedAt),
      })),
    })),
    models: await new PgModelRepository().all(ctx),
    evaluations: await EVALUATIONS.select(ctx, "ORDER BY id"),
    consultations: await CONSULTATIONS.select(ctx, "ORDER BY id"),
    bricks: await BRICKS.select(ctx, "ORDER BY id"),
    shadowTools: await SHADOW_TOOLS.select(ctx, "ORDER BY id"),
    trainings: await TRAININGS.select(ctx, "ORDER BY id"),
    aliases: await rowsOf(
      ctx,
      `SELECT model_alias.name, model.name AS model FROM model_alias JOIN model ON model.id = model_id
       ORDER BY model_alias.name COLLATE "C"`,
    ),
  };
}
