import { addDays, parisDay } from "@socle/contracts";
import { systemActor } from "../../../kernel/actor.js";
import { doAll } from "../../../platform/jobs/do-all.js";
import type { RecurringJob, Turn } from "../../../platform/jobs/job.js";
import type { SmtpMailer } from "../../../platform/mail/smtp-mailer.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { REMINDER_DAYS, reminderDue } from "../../domain/plan-reminder.js";
import { reminderMail } from "../mail/reminder-mail.js";
import type { PgPlanReminders, Reminded } from "../postgres/pg-plan-reminders.js";

const actor = systemActor("plan-reminders");
const FURTHEST = Math.max(...REMINDER_DAYS);

/**
 * Reminds by mail those who keep a record of its day. A reminder is noted once the mail server has it: a server that is
 * away is tried again within the hour, and one that dies between taking and answering makes one mail more.
 */
export class PlanWatch implements RecurringJob {
  readonly name = "plan.watch-days";
  readonly everySeconds = 3600;

  constructor(
    private readonly transactions: Transactions,
    private readonly reminders: PgPlanReminders,
    private readonly mailer: SmtpMailer,
    private readonly publicUrl: URL,
  ) {}

  async run(turn: Turn): Promise<void> {
    const { today, all } = await this.transactions.read(actor, async (ctx) => {
      const now = parisDay(ctx.clock.now());
      return { today: now, all: await this.reminders.between(ctx, now, addDays(now, FURTHEST)) };
    });
    const due = all.flatMap(({ record, last }) => {
      const days = reminderDue(record, today, last);
      return days === null ? [] : [{ record, days }];
    });
    await doAll(due, turn, ({ record, days }) => this.remind(record, days));
  }

  private async remind(record: Reminded["record"], days: number): Promise<void> {
    const to = await this.transactions.read(actor, (ctx) => this.reminders.addressesFor(ctx, record));
    if (to.length > 0) await this.mailer.send(reminderMail(record, days, this.publicUrl, to));
    await this.transactions.write(actor, "plan.note-reminder", async (ctx) => {
      await this.reminders.sent(ctx, record, days);
      return { commit: true, announce: false, value: undefined };
    });
  }
}
