import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import type { RoadmapReport } from "../../domain/consolidation/consolidate-roadmaps.js";
import type { RoadmapReportRepository, StoredReport } from "../../ports/roadmap-report-repository.port.js";

interface ReportRow {
  readonly id: string;
  readonly year: number;
  readonly computed_at: Date;
  readonly computed_by: string;
  readonly input_digest: string;
  readonly window_months: number;
  readonly report: RoadmapReport;
}

export class PgRoadmapReportRepository implements RoadmapReportRepository {
  async insert(ctx: Context, stored: StoredReport): Promise<void> {
    const { id, year, computedAt, computedBy, inputDigest, windowMonths, report } = stored;
    await countOf(
      ctx,
      `INSERT INTO roadmap_report (id, year, computed_at, computed_by, input_digest, window_months, report)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, year, computedAt, computedBy, inputDigest, windowMonths, JSON.stringify(report)],
    );
  }

  async ofYear(ctx: Context, year: number, most: number): Promise<readonly StoredReport[]> {
    const sql = `SELECT * FROM roadmap_report WHERE year = $1 ORDER BY computed_at DESC, id DESC LIMIT $2`;
    return (await rowsOf<ReportRow>(ctx, sql, [year, most])).map((row) => ({
      id: row.id,
      year: row.year,
      computedAt: row.computed_at,
      computedBy: row.computed_by,
      inputDigest: row.input_digest,
      windowMonths: row.window_months,
      report: withKinds(row.report),
    }));
  }
}

const BEFORE_SAVINGS = { kind: "spend", domain: null } as const;

/** A report is never changed; those computed before savings were yardsticks too speak of spends alone. */
const withKinds = (report: RoadmapReport): RoadmapReport => ({
  ...report,
  references: report.references.map((each) => ({ ...BEFORE_SAVINGS, ...each })),
});
