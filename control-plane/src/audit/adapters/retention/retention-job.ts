import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
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

export interface DueRows {
  readonly rule: RetentionRule;
  readonly before: Date;
  /** Days, or rows up to one batch. */
  readonly due: number;
}

/** Drops what was kept long enough, by `RETENTION`, and writes each time into the journal what went. */
export class RetentionJob implements RecurringJob {
  readonly name = "audit.drop-records";
  readonly everySeconds = 6 * 3600;

  constructor(
    private readonly transactions: Transactions,
    private readonly acts: Pick<LogActs, "record">,
    private readonly months: KeptMonths,
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
  due(): Promise<readonly DueRows[]> {
    return this.transactions.read(actor, async (ctx) => {
      const found: DueRows[] = [];
      for (const rule of RETENTION) {
        const before = this.before(ctx, rule);
        const most = rule.dropped === "days" ? 10_000 : rule.dropped;
        found.push({ rule, before, due: await drop(ctx, rule, before, most, true) });
      }
      return found;
    });
  }

  private dropBatch(rule: RetentionRule, batch: number): Promise<number> {
    return this.transactions.write(actor, this.name, async (ctx) => {
      const before = this.before(ctx, rule);
      const units = await drop(ctx, rule, before, batch, false);
      if (units > 0) {
        const facts = { table: rule.table, before: before.toISOString(), units };
        await this.acts.record(ctx, this.name, facts);
        this.logger.info({ event: "retention.dropped", ...facts });
      }
      return { commit: true, announce: false, value: units };
    });
  }

  private before(ctx: Context, { table, months, leastMonths }: RetentionRule): Date {
    const before = ctx.clock.now();
    before.setUTCMonth(before.getUTCMonth() - Math.max(this.months[table] ?? months, leastMonths));
    return before;
  }
}

async function drop(ctx: Context, rule: RetentionRule, before: Date, most: number, dry: boolean): Promise<number> {
  const sql = `SELECT retention_${rule.table}($1, $2, $3) AS units`;
  const [row] = await rowsOf<{ units: string }>(ctx, sql, [before, most, dry]);
  return Number(row?.units ?? 0);
}
