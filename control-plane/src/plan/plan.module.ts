import { Inject, Module } from "@nestjs/common";
import type { Config } from "../platform/config/config.js";
import type { BackgroundJobs } from "../platform/jobs/background-jobs.js";
import { SmtpMailer } from "../platform/mail/smtp-mailer.js";
import { CONFIG, JOBS, TRANSACTIONS } from "../platform/tokens.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import { TenancyModule } from "../tenancy/index.js";
import { PlanRecordResolver } from "./adapters/graphql/plan-record.resolver.js";
import { PlanMutations } from "./adapters/graphql/plan.mutations.js";
import { PlanWatch } from "./adapters/jobs/plan-watch.js";
import { pgPlanPorts } from "./adapters/postgres/pg-plan-ports.js";
import { PgPlanReminders } from "./adapters/postgres/pg-plan-reminders.js";
import { PLAN_PORTS } from "./plan.tokens.js";

/** What the plan "Notre IA" names and no other room keeps, on PostgreSQL. */
@Module({
  imports: [TenancyModule],
  providers: [{ provide: PLAN_PORTS, useFactory: pgPlanPorts }, PlanRecordResolver, PlanMutations],
})
export class PlanModule {
  constructor(
    @Inject(JOBS) jobs: BackgroundJobs,
    @Inject(TRANSACTIONS) transactions: Transactions,
    @Inject(CONFIG) { mail, publicUrl }: Config,
  ) {
    if (mail !== null) jobs.repeat(new PlanWatch(transactions, new PgPlanReminders(), new SmtpMailer(mail), publicUrl));
  }
}
