import type { Amounts } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type {
  AuditPeriod,
  BundleUse,
  CodeCount,
  EmergencyLine,
  GovernanceCount,
  RuleDenials,
  SampledDecision,
} from "../../domain/audit-report.js";
import { EXPIRING_DAYS, LONGEST_DAYS, OLD_DAYS, type KeyHygiene } from "../../domain/key-hygiene.js";
import type { LabelCell, LabelMatrix, LabelTotal, MatrixPool } from "../../domain/label-matrix.js";
import type { AuditedLog } from "../../domain/log-standing.js";
import type { Reconciliation } from "../../domain/reconciliation.js";
import type { AuditFiguresSource, LogRange } from "../../ports/audit-figures.port.js";
import * as sql from "./audit-statements.js";

const days = ({ fromDay, toDay }: AuditPeriod): readonly string[] => [fromDay, toDay];

export class PgAuditFigures implements AuditFiguresSource {
  async matrix(ctx: Context, period: AuditPeriod): Promise<LabelMatrix> {
    const labels = await rowsOf<LabelTotal>(ctx, sql.LABELS, days(period));
    const cells = await rowsOf<LabelCell>(ctx, sql.CELLS, days(period));
    const pools = await rowsOf<MatrixPool>(ctx, sql.POOLS);
    return { labels, cells, pools };
  }

  denials(ctx: Context, period: AuditPeriod): Promise<readonly RuleDenials[]> {
    return rowsOf<RuleDenials>(ctx, sql.DENIALS, days(period));
  }

  refusals(ctx: Context, period: AuditPeriod): Promise<readonly CodeCount[]> {
    return rowsOf<CodeCount>(ctx, sql.REFUSALS, days(period));
  }

  bundles(ctx: Context, period: AuditPeriod): Promise<readonly BundleUse[]> {
    return rowsOf<BundleUse>(ctx, sql.BUNDLES, days(period));
  }

  async keys(ctx: Context, period: AuditPeriod): Promise<KeyHygiene> {
    const limits = [EXPIRING_DAYS, OLD_DAYS, LONGEST_DAYS];
    const [row] = await rowsOf<KeyHygiene>(ctx, sql.KEYS, [...days(period), ctx.clock.now(), ...limits]);
    if (row === undefined) throw new Error("an aggregate without a row");
    return row;
  }

  governance(ctx: Context, { from, to }: AuditPeriod): Promise<readonly GovernanceCount[]> {
    return rowsOf<GovernanceCount>(ctx, sql.GOVERNANCE, [from, to]);
  }

  emergencies(ctx: Context, { from, to }: AuditPeriod): Promise<readonly EmergencyLine[]> {
    return rowsOf<EmergencyLine>(ctx, sql.EMERGENCIES_OF_PERIOD, [from, to, ctx.clock.now()]);
  }

  samples(ctx: Context, period: AuditPeriod, lot: string, count: number): Promise<readonly SampledDecision[]> {
    return rowsOf<SampledDecision>(ctx, sql.SAMPLES, [...days(period), lot, count]);
  }

  async reconciliation(ctx: Context, period: AuditPeriod): Promise<Reconciliation> {
    const summed = async (statement: string): Promise<Amounts> => {
      const [row] = await rowsOf<{ amounts: Amounts }>(ctx, statement, days(period));
      return row?.amounts ?? {};
    };
    const [entries] = await rowsOf<Pick<Reconciliation, "logged" | "waiting" | "lost">>(ctx, sql.LOGGED, days(period));
    if (entries === undefined) throw new Error("an aggregate without a row");
    return { records: await summed(sql.RECORD_SUMS), dailySums: await summed(sql.DAILY_SUMS), ...entries };
  }

  async logRange(ctx: Context, period: AuditPeriod, log: AuditedLog): Promise<LogRange> {
    const found =
      log === "inference"
        ? await rowsOf<LogRange>(ctx, sql.INFERENCE_RANGE, days(period))
        : await rowsOf<LogRange>(ctx, sql.GOVERNANCE_RANGE, [period.from, period.to]);
    return found[0] ?? { first: null, last: null };
  }
}
