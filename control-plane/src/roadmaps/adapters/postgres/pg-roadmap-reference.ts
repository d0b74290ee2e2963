import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { ORGANISATIONS, STATE_ID } from "../../../tenancy/reads/organisations.js";
import type { ReferenceSpend } from "../../domain/consolidation/consolidation-input.js";
import type { SovereigntyObjective } from "../../domain/sovereignty-score.js";
import type { RoadmapExercise, RoadmapReference } from "../../ports/roadmap-reference.port.js";

interface ExerciseRow {
  readonly year: number;
  readonly deadline: Date;
  readonly version: string;
  readonly source: string;
  readonly weights: Readonly<Record<SovereigntyObjective, number>>;
  readonly insourcing_ratio: string;
}

export class PgRoadmapReference implements RoadmapReference {
  exercises(ctx: Context): Promise<readonly Pick<RoadmapExercise, "year" | "deadline">[]> {
    return rowsOf(ctx, `SELECT year, deadline FROM roadmap_exercise ORDER BY year DESC`);
  }

  async exercise(ctx: Context, year: number): Promise<RoadmapExercise | null> {
    const [row] = await rowsOf<ExerciseRow>(
      ctx,
      `SELECT year, deadline, version, source, weights, insourcing_ratio
       FROM roadmap_exercise JOIN sovereignty_framework ON version = framework_version WHERE year = $1`,
      [year],
    );
    if (row === undefined) return null;
    const { version, source, weights } = row;
    const framework = { version, source, weights, insourcingRatio: Number(row.insourcing_ratio) };
    return { year: row.year, deadline: row.deadline, framework, references: await this.references(ctx, year) };
  }

  async setReference(ctx: Context, year: number, reference: ReferenceSpend): Promise<boolean> {
    const { label, kind, vendor, domain, euros, source } = reference;
    const written = await countOf(
      ctx,
      `INSERT INTO reference_spend AS present (year, label, kind, vendor, domain, euros, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (year, label) DO UPDATE SET kind = excluded.kind, vendor = excluded.vendor,
         domain = excluded.domain, euros = excluded.euros, source = excluded.source
       WHERE (present.kind, present.vendor, present.domain, present.euros, present.source)
         IS DISTINCT FROM (excluded.kind, excluded.vendor, excluded.domain, excluded.euros, excluded.source)`,
      [year, label, kind, vendor, domain, euros, source],
    );
    return written === 1;
  }

  async ministries(ctx: Context): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return rowsOf(
      ctx,
      `SELECT id, name FROM ${ORGANISATIONS} organisation WHERE kind = 'ministry' ORDER BY socle_fold(name), id`,
    );
  }

  async stateId(ctx: Context): Promise<string | null> {
    const [row] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${STATE_ID} AS state`);
    return row?.id ?? null;
  }

  private async references(ctx: Context, year: number): Promise<readonly ReferenceSpend[]> {
    const rows = await rowsOf<Omit<ReferenceSpend, "euros"> & { readonly euros: string }>(
      ctx,
      `SELECT label, kind, vendor, domain, euros, source FROM reference_spend WHERE year = $1 ORDER BY euros DESC`,
      [year],
    );
    return rows.map((row) => ({ ...row, euros: Number(row.euros) }));
  }
}
