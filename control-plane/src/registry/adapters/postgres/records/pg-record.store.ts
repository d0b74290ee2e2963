import type { Context } from "../../../../kernel/use-case.js";
import { Conditions, soughtId } from "../../../../platform/database/conditions.js";
import { columnOf, type Table } from "../../../../platform/database/table.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { Stored } from "../../../../kernel/stored-record.js";
import type { OfUseCase } from "../../../domain/stored.js";
import type { RecordQuery, RecordStore, UseCaseRecordStore } from "../../../ports/record-store.port.js";

/** Records of one kind in one table. */
export class PgRecordStore<Kind extends Stored> implements RecordStore<Kind> {
  /** @param words fields whose words a search looks at */
  constructor(
    protected readonly table: Table<Kind>,
    private readonly words: readonly (keyof Kind & string)[] = [],
  ) {}

  find = (ctx: Context, id: string): Promise<Kind | null> => this.table.find(ctx, id);
  insert = (ctx: Context, record: Kind): Promise<boolean> => this.table.insertNew(ctx, record);
  update = (ctx: Context, record: Kind): Promise<boolean> => this.table.update(ctx, record);
  all = (ctx: Context): Promise<readonly Kind[]> => this.table.select(ctx, "ORDER BY id");

  page(ctx: Context, { organisationId, states, search, first, after }: RecordQuery): Promise<readonly Kind[]> {
    const conditions = new Conditions()
      .when(soughtId(organisationId), (place) => `organisation_id IN ${organisationsBelow(place)}`)
      .when(states, (place) => `state = ANY (${place}::text[])`)
      .searched(`socle_fold(concat_ws(' ', ${["''", ...this.words.map(columnOf)].join(", ")}))`, search);
    if (after !== null) conditions.and(`id < ${conditions.place(uuidOrNull(after))}`);
    const rest = `${conditions.where} ORDER BY id DESC LIMIT ${conditions.place(first + 1)}`;
    return this.table.select(ctx, rest, conditions.values);
  }
}

export class PgUseCaseRecordStore<Kind extends OfUseCase>
  extends PgRecordStore<Kind>
  implements UseCaseRecordStore<Kind>
{
  ofUseCases = (ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> =>
    this.table.of(ctx, "use_case_id", useCaseIds);
}
