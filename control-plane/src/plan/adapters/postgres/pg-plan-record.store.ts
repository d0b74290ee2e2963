import { planKind } from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { Conditions, soughtId } from "../../../platform/database/conditions.js";
import { column, days, Table, values } from "../../../platform/database/table.js";
import { uuidOrNull } from "../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../tenancy/reads/organisations.js";
import type { PlanRecord } from "../../domain/plan-record.js";
import type { PlanOrder, PlanQuery, PlanRecordStore } from "../../ports/plan-record.store.port.js";

export const RECORDS = new Table<PlanRecord>(
  "plan_record",
  {
    ...values("id", "organisationId", "version", "kind", "title", "source", "invented", "state"),
    ...values("declaredBy", "declaredAt"),
    values: column("said", "json"),
    ...days("dueFrom", "dueOn"),
  },
  { shared: ({ kind }) => !planKind(kind).ofBody },
);

/** What `planKey` says, in SQL; bytes decide, as they do there. */
const KEYS: Readonly<Record<PlanOrder, string>> = {
  due: `coalesce(to_char(due_on, 'YYYY-MM-DD'), '9999-12-31') COLLATE "C"`,
  declared: `to_char(declared_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') COLLATE "C"`,
  title: `socle_fold(title) COLLATE "C"`,
};

export class PgPlanRecordStore implements PlanRecordStore {
  find = (ctx: Context, id: string): Promise<PlanRecord | null> => RECORDS.find(ctx, id);
  insert = (ctx: Context, record: PlanRecord): Promise<boolean> => RECORDS.insertNew(ctx, record);
  update = (ctx: Context, record: PlanRecord): Promise<boolean> => RECORDS.update(ctx, record);
  all = (ctx: Context): Promise<readonly PlanRecord[]> => RECORDS.select(ctx, "ORDER BY id");

  page(ctx: Context, asked: PlanQuery): Promise<readonly PlanRecord[]> {
    const key = KEYS[asked.order];
    const conditions = new Conditions()
      .when(asked.kinds, (place) => `kind = ANY (${place}::text[])`)
      .when(soughtId(asked.organisationId), (place) => `organisation_id IN ${organisationsBelow(place)}`)
      .when(asked.states, (place) => `state = ANY (${place}::text[])`)
      .searched("searched", asked.search);
    if (asked.after !== null) {
      const [from, id] = [conditions.place(asked.after[0]), conditions.place(uuidOrNull(asked.after[1]))];
      conditions.and(`(${key}, id) ${asked.descending ? "<" : ">"} (${from}, ${id}::uuid)`);
    }
    const way = asked.descending ? "DESC" : "ASC";
    const rest = `${conditions.where} ORDER BY ${key} ${way}, id ${way} LIMIT ${conditions.place(asked.first + 1)}`;
    return RECORDS.select(ctx, rest, conditions.values);
  }
}
