import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, Subject } from "../../kernel/use-case.js";
import type { PlanRecord, PlanWords } from "../domain/plan-record.js";
import { planSubject } from "../domain/plan-subject.js";
import type { PlanPorts } from "../ports/plan-ports.js";

type Facts = Readonly<Record<string, unknown>>;

/** A record that was stored, with the event that tells it. */
export const recorded = (value: PlanRecord, data: Facts): Done<PlanRecord> => ({
  value,
  event: { organisationId: value.organisationId, subjectType: planSubject(value.kind), subjectId: value.id, data },
});

/** Finds a record and shows it to authorisation, with who wrote it. */
export async function loadRecord(
  { records }: Pick<PlanPorts, "records">,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: PlanRecord }>> {
  const loaded = await records.find(ctx, id);
  if (loaded === null) return refuse(notFound("plan_record", id));
  const { organisationId, declaredBy, kind } = loaded;
  return ok({ subject: { name: planSubject(kind), id, organisationId, declaredBy }, loaded });
}

const CHANGED = conflict("record.changed", "It changed meanwhile; read it again before deciding.");

/** Stores the next version over the one that was looked at. */
export async function storeNext(
  { records }: Pick<PlanPorts, "records">,
  ctx: Context,
  seen: number,
  before: PlanRecord,
  next: Result<PlanRecord>,
  data: Facts,
): Promise<Result<Done<PlanRecord>>> {
  if (before.version !== seen) return refuse(CHANGED);
  if (!next.ok) return next;
  if (!(await records.update(ctx, next.value))) return refuse(CHANGED);
  return ok(recorded(next.value, data));
}

/** Names of what differs, for the journal: a text is long, and the record's history is not kept twice. */
export function changedFields(before: PlanWords, after: PlanWords): readonly string[] {
  const own = (["title", "dueFrom", "dueOn", "source"] as const).filter((name) => before[name] !== after[name]);
  const values = [...new Set([...Object.keys(before.values), ...Object.keys(after.values)])];
  return [...own, ...values.filter((name) => before.values[name] !== after.values[name]).sort()];
}
