import type { Context } from "../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../platform/database/pg-transaction.js";
import { rolesThatMay } from "../../../tenancy/index.js";
import { MAIL_ADDRESSES } from "../../../tenancy/reads/mail-addresses.js";
import { ANCESTRIES } from "../../../tenancy/reads/organisations.js";
import type { PlanRecord } from "../../domain/plan-record.js";
import type { DatedRecord } from "../../domain/plan-reminder.js";
import { planSubject } from "../../domain/plan-subject.js";
import { RECORDS } from "./pg-plan-record.store.js";

const LAST = `(SELECT min(days) FROM plan_reminder WHERE record_id = plan_record.id AND due_on = plan_record.due_on)`;
/** Of the record's body or above it; a role of the State's reaches all of it from wherever it is held. */
const ADDRESSES = `SELECT DISTINCT lower(address.email) AS email FROM ${MAIL_ADDRESSES} address
  WHERE address.valid_from <= $3 AND (address.valid_to IS NULL OR $3 < address.valid_to)
    AND (address.role = ANY ($1) OR (address.role = ANY ($2) AND address.organisation_id IN (
      SELECT ancestor_id FROM ${ANCESTRIES} closure WHERE descendant_id = $4)))
  ORDER BY email`;

/** A record with the last reminder that was sent of its present day. */
export interface Reminded {
  readonly record: DatedRecord;
  readonly last: number | null;
}

/** What was sent of records' days, and whom it is sent to. */
export class PgPlanReminders {
  /** Records whose day is between these. */
  async between(ctx: Context, from: string, to: string): Promise<readonly Reminded[]> {
    const sql = `SELECT ${RECORDS.columns("plan_record")}, ${LAST} AS last FROM plan_record
      WHERE due_on BETWEEN $1::date AND $2::date ORDER BY due_on, id`;
    const rows = await RECORDS.rows<{ readonly last: number | null; readonly dueOn: string }>(ctx, sql, [from, to]);
    return rows.map(({ last, ...record }) => ({ record, last }));
  }

  /** Addresses of those who may write records of this kind in this body today. */
  async addressesFor(ctx: Context, record: PlanRecord): Promise<readonly string[]> {
    const { state, ministry } = rolesThatMay("update", planSubject(record.kind));
    const given = [state, ministry, ctx.clock.now(), record.organisationId];
    return (await rowsOf<{ email: string }>(ctx, ADDRESSES, given)).map(({ email }) => email);
  }

  /** Notes that the reminder `days` before the record's present day was sent. */
  async sent(ctx: Context, { id, dueOn }: DatedRecord, days: number): Promise<void> {
    const sql = `INSERT INTO plan_reminder (record_id, due_on, days, sent_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING`;
    await countOf(ctx, sql, [id, dueOn, days, ctx.clock.now()]);
  }
}
