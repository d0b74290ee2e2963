import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
import { monthsLater } from "../../../kernel/months-later.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { doAll } from "../../../platform/jobs/do-all.js";
import type { RecurringJob, Turn } from "../../../platform/jobs/job.js";
import { RETENTION, type RetentionRule } from "../../../platform/retention/retention-rules.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import type { LogActs } from "../postgres/log-acts.js";

const actor = systemActor("retention");

/** Months by table, where an installation keeps something for another time than the rule says. */
export type KeptMonths = Readonly<Partial<Record<RetentionRule["table"], number>>>;

/** What is kept in one table, and what of it goes next. */
export interface KeptTable {
  readonly rule: RetentionRule;
  /** In force: what the installation sets, or the rule. */
  readonly months: number;
  readonly leastMonths: number;
  /** Days, or rows up to one batch, that the next run drops. */
  readonly due: number;
  /** Time of the oldest that is kept; null while there is nothing. */
  readonly oldest: Date | null;
}

export interface RetentionSettings {
  readonly months: KeptMonths;
  /** Whether this installation keeps a transparency log. */
  readonly log: boolean;
}

/** Drops what was kept long enough, by `RETENTION`, and writes each time into the journal what went. */
export class RetentionJob implements RecurringJob {
  readonly name = "audit.drop-records";
  readonly everySeconds = 6 * 3600;

  constructor(
    private readonly transactions: Transactions,
    private readonly acts: Pick<LogActs, "record">,
    private readonly settings: RetentionSettings,
    private readonly logger: Logger,
  ) {}

  async run(turn: Turn): Promise<void> {
    await doAll(RETENTION, turn, async (rule) => {
      const batch = rule.dropped === "days" ? 1 : rule.dropped;
      let units = batch;
      while (units === batch && !turn.signal.aborted) units = await this.dropBatch(rule, batch);
    });
  }

  /** What the next run would drop; nothing is. */
  kept(): Promise<readonly KeptTable[]> {
    return this.transactions.read(actor, async (ctx) => {
      const tables: KeptTable[] = [];
      for (const rule of RETENTION) {
        const most = rule.dropped === "days" ? 10_000 : rule.dropped;
        const [row] = await rowsOf<{ oldest: Date | null }>(ctx, OLDEST, [rule.table]);
        const due = await this.drop(ctx, rule, most, true);
        const oldest = row?.oldest ?? null;
        const [months, leastMonths] = [this.monthsOf(rule), this.leastOf(rule)];
        tables.push({ rule, months, leastMonths, due, oldest });
      }
      return tables;
    });
  }

  private dropBatch(rule: RetentionRule, batch: number): Promise<number> {
    return this.transactions.write(actor, this.name, async (ctx) => {
      const units = await this.drop(ctx, rule, batch, false);
      if (units > 0) {
        const facts = { table: rule.table, before: this.before(ctx, rule).toISOString(), units };
        await this.acts.record(ctx, this.name, facts);
        this.logger.info({ event: "retention.dropped", ...facts });
      }
      return { commit: true, announce: false, value: units };
    });
  }

  private async drop(ctx: Context, rule: RetentionRule, most: number, dry: boolean): Promise<number> {
    const asked = [this.before(ctx, rule), most, dry, ...(rule.table === "request_record" ? [!this.settings.log] : [])];
    const places = asked.map((_, index) => `$${index + 1}`).join(", ");
    const [row] = await rowsOf<{ units: string }>(ctx, `SELECT retention_${rule.table}(${places}) AS units`, asked);
    return Number(row?.units ?? 0);
  }

  /** Older than this goes. */
  private before(ctx: Context, rule: RetentionRule): Date {
    return monthsLater(ctx.clock.now(), -this.monthsOf(rule));
  }

  private monthsOf(rule: RetentionRule): number {
    return Math.max(this.settings.months[rule.table] ?? rule.months, this.leastOf(rule));
  }

  private leastOf({ leastMonths, leastMonthsWithoutLog = leastMonths }: RetentionRule): number {
    return this.settings.log ? leastMonths : leastMonthsWithoutLog;
  }
}

const OLDEST = `SELECT retention_oldest($1) AS oldest`;
