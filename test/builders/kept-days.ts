import { LogActs } from "../../control-plane/src/audit/adapters/postgres/log-acts.js";
import {
  RetentionJob,
  type RetentionSettings,
} from "../../control-plane/src/audit/adapters/retention/retention-job.js";
import { PgGovernanceJournal } from "../../control-plane/src/audit/index.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { createLogger } from "../../control-plane/src/platform/logging/logger.js";
import type { DatabaseHandle } from "../fakes/database.js";

export const monthsAgo = (months: number): Date => new Date(Date.now() - months * 30.5 * 86_400_000);

export function retentionOf(db: DatabaseHandle, settings: RetentionSettings): RetentionJob {
  const acts = new LogActs(db.transactions, new PgGovernanceJournal());
  return new RetentionJob(db.transactions, acts, settings, createLogger("silent"));
}

/** Two requests of that time, as ingestion writes them. */
export async function servedOn(db: DatabaseHandle, organisationId: string, at: Date, sequence: number): Promise<void> {
  const day = parisDay(at);
  await db.write(systemActor("test"), async (ctx) => {
    await rowsOf(ctx, "SELECT ledger_begin_day($1)", [day]);
    for (const each of [sequence, sequence + 1])
      await rowsOf(
        ctx,
        `INSERT INTO request_record (day, replica, epoch, sequence, decision_id, at, organisation_id, outcome, decision)
         VALUES ($1, 'r1', 1, $2, $3, $4, $5, 'served', '{}')`,
        [day, each, `d-${String(each)}`, at, organisationId],
      );
    await rowsOf(
      ctx,
      `INSERT INTO usage_daily (day, organisation_id, quantity, amount, newest)
       SELECT day, organisation_id, quantity, sum(amount), max(at) FROM request_record, record_amounts(outcome, usage)
       WHERE day = $1 GROUP BY 1, 2, 3`,
      [day],
    );
  });
}
