import type { Context } from "../../../../kernel/use-case.js";
import type { Conditions } from "../../../../platform/database/conditions.js";
import type { Table } from "../../../../platform/database/table.js";
import { uuidOrNull } from "../../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../../platform/graphql/cursor.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { Rows } from "../../../ports/campaign-repository.port.js";

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
export async function keysetPage<Kind extends { readonly id: string }>(
  ctx: Context,
  table: Table<Kind>,
  conditions: Conditions,
  page: Page,
): Promise<Rows<Kind>> {
  const { column, type } = page.sort;
  const [order, beyond] = page.descending ? ["DESC", "<"] : ["ASC", ">"];
  if (page.after !== null) {
    const [key, id] = decodeCursor(page.after, 2).map(String);
    const places = `(${conditions.place(key)}::${type}, ${conditions.place(uuidOrNull(id ?? ""))}::uuid)`;
    conditions.and(`(${column}, id) ${beyond} ${places}`);
  }
  const rows = await table.rows<{ readonly sort_key: string }>(
    ctx,
    `SELECT ${table.columns()}, ${column}::text AS sort_key FROM ${table.name} ${conditions.where}
     ORDER BY ${column} ${order}, id ${order} LIMIT ${conditions.place(page.first + 1)}`,
    conditions.values,
  );
  return pageOf(rows, page.first);
}

/** A page of what was read of it and one row beyond, which tells whether more follows. */
export const pageOf = <Kind extends { readonly id: string }>(
  rows: readonly (Kind & { readonly sort_key: string })[],
  first: number,
): Rows<Kind> => ({
  rows: rows.slice(0, first).map(({ sort_key, ...row }) => ({
    cursor: encodeCursor([sort_key, row.id]),
    row: row as unknown as Kind,
  })),
  hasNextPage: rows.length > first,
});
