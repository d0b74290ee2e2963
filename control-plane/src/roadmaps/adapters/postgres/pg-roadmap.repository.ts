import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { Dependency } from "../../domain/dependency.js";
import type { ExitPlan } from "../../domain/exit-plan.js";
import type { RoadmapAction } from "../../domain/roadmap-action.js";
import type { PlannedSpend, Roadmap, RoadmapContent, RoadmapEvent, TrajectoryPoint } from "../../domain/roadmap.js";
import type { RoadmapLine, RoadmapRepository } from "../../ports/roadmap-repository.port.js";
import { eventFromRow, roadmapFromRow, type RoadmapEventRow, type RoadmapRow } from "./roadmap.row.js";

const TABLES: Readonly<Record<RoadmapLine["kind"], string>> = {
  dependency: "roadmap_dependency",
  action: "roadmap_action",
  exit_plan: "roadmap_exit_plan",
};

type Stored<Line extends { readonly source: string }> = Omit<Line, "source"> & Partial<Pick<Line, "source">>;

interface ContentRow {
  readonly id: string;
  readonly dependencies: readonly Stored<Dependency>[];
  readonly actions: readonly Stored<RoadmapAction>[];
  readonly exit_plans: readonly ExitPlan[];
  readonly planned_spend: readonly PlannedSpend[];
  readonly trajectory: readonly TrajectoryPoint[];
}

const linesOf = (table: string): string =>
  `coalesce((SELECT jsonb_agg(content ORDER BY line.saved_at, line.id) FROM ${table} AS line WHERE line.roadmap_id = roadmap.id), '[]')`;

export class PgRoadmapRepository implements RoadmapRepository {
  async find(ctx: Context, id: string): Promise<Roadmap | null> {
    const [row] = await rowsOf<RoadmapRow>(ctx, `SELECT * FROM roadmap WHERE id = $1`, [uuidOrNull(id)]);
    return row === undefined ? null : roadmapFromRow(row);
  }

  async findOf(ctx: Context, organisationId: string, year: number): Promise<Roadmap | null> {
    const sql = `SELECT * FROM roadmap WHERE organisation_id = $1 AND year = $2`;
    const [row] = await rowsOf<RoadmapRow>(ctx, sql, [uuidOrNull(organisationId), year]);
    return row === undefined ? null : roadmapFromRow(row);
  }

  async ofYear(ctx: Context, year: number): Promise<readonly Roadmap[]> {
    return (await rowsOf<RoadmapRow>(ctx, `SELECT * FROM roadmap WHERE year = $1`, [year])).map(roadmapFromRow);
  }

  async insert(ctx: Context, roadmap: Roadmap): Promise<void> {
    const { id, organisationId, year, state, declaredBy, submittedAt, version } = roadmap;
    await countOf(
      ctx,
      `INSERT INTO roadmap (id, organisation_id, year, state, declared_by, submitted_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, year, state, declaredBy, submittedAt, version],
    );
  }

  async update(ctx: Context, { id, state, declaredBy, submittedAt, version }: Roadmap): Promise<boolean> {
    const written = await countOf(
      ctx,
      `UPDATE roadmap SET state = $2, declared_by = $3, submitted_at = $4, version = $5
       WHERE id = $1 AND version = $5::integer - 1`,
      [id, state, declaredBy, submittedAt, version],
    );
    return written === 1;
  }

  async contents(ctx: Context, roadmapIds: readonly string[]): Promise<ReadonlyMap<string, RoadmapContent>> {
    const rows = await rowsOf<ContentRow>(
      ctx,
      `SELECT id, planned_spend, trajectory, ${linesOf(TABLES.dependency)} AS dependencies,
         ${linesOf(TABLES.action)} AS actions, ${linesOf(TABLES.exit_plan)} AS exit_plans
       FROM roadmap WHERE id = ANY ($1)`,
      [uuidsOf(roadmapIds)],
    );
    return new Map(rows.map((row) => [row.id, contentFromRow(row)]));
  }

  async saveLine(ctx: Context, roadmap: Roadmap, { kind, value }: RoadmapLine): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO ${TABLES[kind]} (id, roadmap_id, organisation_id, content) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
      [value.id, roadmap.id, roadmap.organisationId, JSON.stringify(value)],
    );
  }

  async removeLine(ctx: Context, roadmap: Roadmap, kind: RoadmapLine["kind"], id: string): Promise<void> {
    await countOf(ctx, `DELETE FROM ${TABLES[kind]} WHERE id = $1 AND roadmap_id = $2`, [uuidOrNull(id), roadmap.id]);
  }

  async saveTrajectory(
    ctx: Context,
    { id }: Roadmap,
    plannedSpend: readonly PlannedSpend[],
    trajectory: readonly TrajectoryPoint[],
  ): Promise<void> {
    const values = [id, JSON.stringify(plannedSpend), JSON.stringify(trajectory)];
    await countOf(ctx, `UPDATE roadmap SET planned_spend = $2, trajectory = $3 WHERE id = $1`, values);
  }

  async appendEvent(ctx: Context, event: RoadmapEvent): Promise<void> {
    const { id, roadmapId, organisationId, at, from, to, by, reason } = event;
    await countOf(
      ctx,
      `INSERT INTO roadmap_event (id, roadmap_id, organisation_id, at, from_state, to_state, by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, roadmapId, organisationId, at, from, to, by, reason],
    );
  }

  async events(ctx: Context, roadmapIds: readonly string[]): Promise<readonly RoadmapEvent[]> {
    const sql = `SELECT * FROM roadmap_event WHERE roadmap_id = ANY ($1) ORDER BY at, id`;
    return (await rowsOf<RoadmapEventRow>(ctx, sql, [uuidsOf(roadmapIds)])).map(eventFromRow);
  }
}

const contentFromRow = (row: ContentRow): RoadmapContent => ({
  // Lines are documents: those written before a field was there read as if nobody had filled it.
  dependencies: row.dependencies.map((line) => ({ source: "", ...line })),
  actions: row.actions.map((line) => ({ source: "", ...line })),
  exitPlans: row.exit_plans,
  plannedSpend: row.planned_spend,
  trajectory: row.trajectory,
});
