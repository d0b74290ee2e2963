import type { Context } from "../../../../kernel/use-case.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../../platform/graphql/cursor.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { Rows } from "../../../ports/campaign-repository.port.js";

/** Conditions of a list, and the values of their places. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  place(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Adds the condition that `sql` makes of the value's place; nothing when the value asks for nothing. */
  when(value: unknown, sql: (place: string) => string): this {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) this.all.push(sql(this.place(value)));
    return this;
  }

  and(sql: string): this {
    this.all.push(sql);
    return this;
  }

  get where(): string {
    return this.all.length === 0 ? "" : `WHERE ${this.all.join(" AND ")}`;
  }
}

/** An id that is no UUID finds nothing, as one that no row has. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
export const soughtId = (id: string | null): string | null => (id === null ? null : (uuidOrNull(id) ?? NOBODY));

/** Owned by the organisation or below it. */
export const ownedBelow = (place: string): string => `organisation_id IN ${organisationsBelow(`${place}::uuid`)}`;

/** A stored column that sorts, with the type that a cursor's text is read back as. */
export interface SortColumn {
  readonly column: string;
  readonly type: "text" | "integer" | "double precision" | "timestamptz";
}

interface Page {
  readonly sort: SortColumn;
  readonly descending: boolean;
  readonly first: number;
  readonly after: string | null;
}

/** One page of a table by keyset: the row after the cursor is found in an index, however deep it lies. */
export async function keysetPage<Row extends { readonly id: string }>(
  ctx: Context,
  from: { readonly table: string; readonly columns: string },
  conditions: Conditions,
  page: Page,
): Promise<Rows<Row>> {
  const { column, type } = page.sort;
  const [order, beyond] = page.descending ? ["DESC", "<"] : ["ASC", ">"];
  if (page.after !== null) {
    const [key, id] = decodeCursor(page.after, 2).map(String);
    const places = `(${conditions.place(key)}::${type}, ${conditions.place(uuidOrNull(id ?? ""))}::uuid)`;
    conditions.and(`(${column}, id) ${beyond} ${places}`);
  }
  const rows = await rowsOf<Row & { readonly sort_key: string }>(
    ctx,
    `SELECT ${from.columns}, ${column}::text AS sort_key FROM ${from.table} ${conditions.where}
     ORDER BY ${column} ${order}, id ${order} LIMIT ${conditions.place(page.first + 1)}`,
    conditions.values,
  );
  return pageOf(rows, page.first);
}

/** A page of what was read of it and one row beyond, which tells whether more follows. */
export const pageOf = <Row extends { readonly id: string; readonly sort_key: string }>(
  rows: readonly Row[],
  first: number,
): Rows<Row> => ({
  rows: rows.slice(0, first).map((row) => ({ cursor: encodeCursor([row.sort_key, row.id]), row })),
  hasNextPage: rows.length > first,
});
