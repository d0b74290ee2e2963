import type { Context } from "../../kernel/use-case.js";
import type {
  AuditPeriod,
  BundleUse,
  CodeCount,
  EmergencyLine,
  GovernanceCount,
  RuleDenials,
  SampledDecision,
} from "../domain/audit-report.js";
import type { KeyHygiene } from "../domain/key-hygiene.js";
import type { LabelMatrix } from "../domain/label-matrix.js";
import type { AuditedLog } from "../domain/log-standing.js";
import type { Reconciliation } from "../domain/reconciliation.js";

/** Places of a log's entries that were made in a period; null when there are none. */
export interface LogRange {
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * Figures of a period, each counted from the records themselves and not from sums that somebody keeps. All answers of one
 * context are of the same moment.
 */
export interface AuditFiguresSource {
  matrix(ctx: Context, period: AuditPeriod): Promise<LabelMatrix>;
  /** Rules that closed a pool to a request, or fired without deciding; most refusals first. */
  denials(ctx: Context, period: AuditPeriod): Promise<readonly RuleDenials[]>;
  /** Codes of refused requests, most frequent first. */
  refusals(ctx: Context, period: AuditPeriod): Promise<readonly CodeCount[]>;
  /** In the order of their first use. */
  bundles(ctx: Context, period: AuditPeriod): Promise<readonly BundleUse[]>;
  keys(ctx: Context, period: AuditPeriod): Promise<KeyHygiene>;
  /** Acts of the journal by name, most frequent first. */
  governance(ctx: Context, period: AuditPeriod): Promise<readonly GovernanceCount[]>;
  /** Roles lent in an emergency that counted in the period, and older ones that nobody has reviewed; oldest first. */
  emergencies(ctx: Context, period: AuditPeriod): Promise<readonly EmergencyLine[]>;
  /** The same ones for the same period, records and `lot`: nobody chooses them. */
  samples(ctx: Context, period: AuditPeriod, lot: string, count: number): Promise<readonly SampledDecision[]>;
  reconciliation(ctx: Context, period: AuditPeriod): Promise<Reconciliation>;
  logRange(ctx: Context, period: AuditPeriod, log: AuditedLog): Promise<LogRange>;
}
