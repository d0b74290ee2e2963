import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import type { Dependency } from "../../domain/dependency.js";
import type { ExitPlan } from "../../domain/exit-plan.js";
import type { RoadmapAction } from "../../domain/roadmap-action.js";
import type { PlannedSpend, Roadmap, RoadmapContent, RoadmapEvent, TrajectoryPoint } from "../../domain/roadmap.js";
import type { RoadmapLine, RoadmapRepository } from "../../ports/roadmap-repository.port.js";
import { EVENTS, ROADMAPS } from "./roadmap-tables.js";

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
  find = (ctx: Context, id: string): Promise<Roadmap | null> => ROADMAPS.find(ctx, id);
  findOf = (ctx: Context, organisationId: string, year: number): Promise<Roadmap | null> =>
    ROADMAPS.first(ctx, "WHERE organisation_id = $1 AND year = $2", [uuidOrNull(organisationId), year]);
  ofYear = (ctx: Context, year: number): Promise<readonly Roadmap[]> => ROADMAPS.select(ctx, "WHERE year = $1", [year]);
  insert = (ctx: Context, roadmap: Roadmap): Promise<void> => ROADMAPS.insert(ctx, roadmap);
  update = (ctx: Context, roadmap: Roadmap): Promise<boolean> =>
    ROADMAPS.update(ctx, roadmap, ["state", "declaredBy", "submittedAt", "version"]);

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

  appendEvent = (ctx: Context, event: RoadmapEvent): Promise<void> => EVENTS.insert(ctx, event);
  events = (ctx: Context, roadmapIds: readonly string[]): Promise<readonly RoadmapEvent[]> =>
    EVENTS.of(ctx, "roadmap_id", roadmapIds, "at, id");
}

const contentFromRow = (row: ContentRow): RoadmapContent => ({
  // Lines are documents: those written before a field was there read as if nobody had filled it.
  dependencies: row.dependencies.map((line) => ({ source: "", ...line })),
  actions: row.actions.map((line) => ({ source: "", ...line })),
  exitPlans: row.exit_plans,
  plannedSpend: row.planned_spend,
  trajectory: row.trajectory,
});
