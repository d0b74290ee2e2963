import type { Context } from "../../kernel/use-case.js";
import type { RoadmapReport } from "../domain/consolidation/consolidate-roadmaps.js";

/** A consolidation as it was computed: never changed afterwards. */
export interface StoredReport {
  readonly id: string;
  readonly year: number;
  readonly computedAt: Date;
  readonly computedBy: string;
  /** SHA-256 in hex over what was read, so that the same input can be shown to give the same figures. */
  readonly inputDigest: string;
  readonly windowMonths: number;
  readonly report: RoadmapReport;
}

export interface RoadmapReportRepository {
  insert(ctx: Context, report: StoredReport): Promise<void>;
  /** Latest first, no more than `most`. */
  ofYear(ctx: Context, year: number, most: number): Promise<readonly StoredReport[]>;
}
