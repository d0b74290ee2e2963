import type { Context } from "../../../kernel/use-case.js";
import type { RoadmapReport } from "../../domain/consolidation/consolidate-roadmaps.js";
import type { RoadmapReportRepository, StoredReport } from "../../ports/roadmap-report-repository.port.js";
import { REPORTS } from "./roadmap-tables.js";

export class PgRoadmapReportRepository implements RoadmapReportRepository {
  insert = (ctx: Context, stored: StoredReport): Promise<void> => REPORTS.insert(ctx, stored);

  async ofYear(ctx: Context, year: number, most: number): Promise<readonly StoredReport[]> {
    const rest = "WHERE year = $1 ORDER BY computed_at DESC, id DESC LIMIT $2";
    return (await REPORTS.select(ctx, rest, [year, most])).map((row) => ({ ...row, report: withKinds(row.report) }));
  }
}

const BEFORE_SAVINGS = { kind: "spend", domain: null } as const;

/** A report is never changed; those computed before savings were yardsticks too speak of spends alone. */
const withKinds = (report: RoadmapReport): RoadmapReport => ({
  ...report,
  references: report.references.map((each) => ({ ...BEFORE_SAVINGS, ...each })),
});
