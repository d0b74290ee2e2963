import type { Context } from "../../../../kernel/use-case.js";
import { Conditions, soughtId } from "../../../../platform/database/conditions.js";
import type { Table } from "../../../../platform/database/table.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { DeskRecord } from "../../../domain/desk/desk-record.js";
import type { DeskQuery, DeskStore } from "../../../ports/desk/desk-store.port.js";

/** Terms sort as texts; what has none stands after every day. */
const DUE = `coalesce(due_key, '~')`;

/** A condition on the column that names the rule a record is about. */
type ByRule = (place: string) => string;
export const ofOneRule: ByRule = (place) => `rule = ${place}`;
export const ofItsRules: ByRule = (place) => `rules @> ARRAY[${place}::text]`;

/** Records of one kind in one table. */
export class PgDeskStore<Kind extends DeskRecord> implements DeskStore<Kind> {
  constructor(
    private readonly table: Table<Kind>,
    private readonly byRule: ByRule | null = null,
  ) {}

  find = (ctx: Context, id: string): Promise<Kind | null> => this.table.find(ctx, id);
  insert = (ctx: Context, record: Kind): Promise<boolean> => this.table.insertNew(ctx, record);
  update = (ctx: Context, record: Kind): Promise<boolean> => this.table.update(ctx, record);
  ofUseCases = (ctx: Context, ids: readonly string[]): Promise<readonly Kind[]> =>
    this.table.of(ctx, "use_case_id", ids, "id DESC");

  page(ctx: Context, query: DeskQuery): Promise<readonly Kind[]> {
    const conditions = new Conditions()
      .when(soughtId(query.organisationId), (place) => `organisation_id IN ${organisationsBelow(place)}`)
      .when(soughtId(query.useCaseId), (place) => `use_case_id = ${place}`)
      .when(query.states, (place) => `state = ANY (${place}::text[])`)
      .searched("search_key", query.search);
    if (this.byRule !== null) conditions.when(query.rule, this.byRule);
    // The cursor is an id; what the list is sorted by is asked of the row itself.
    if (query.after !== null) {
      const id = conditions.place(uuidOrNull(query.after));
      const due = `(${DUE}, id) > (SELECT ${DUE}, id FROM ${this.table.name} WHERE id = ${id})`;
      conditions.and(query.sort === "newest" ? `id < ${id}` : due);
    }
    const order = query.sort === "due" ? `${DUE}, id` : "id DESC";
    const rest = `${conditions.where} ORDER BY ${order} LIMIT ${conditions.place(query.first + 1)}`;
    return this.table.select(ctx, rest, conditions.values);
  }
}
