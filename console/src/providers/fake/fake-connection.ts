export interface Page {
  readonly first?: number;
  readonly after?: string | null;
}

/** A page of `rows` after the row whose index is the cursor. */
export function connection<Row>(rows: readonly Row[], { first = 25, after = null }: Page) {
  const start = after === null ? 0 : Number(after) + 1;
  const edges = rows.slice(start, start + first).map((node, index) => ({ cursor: String(start + index), node }));
  return {
    edges,
    pageInfo: { hasNextPage: start + first < rows.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: rows.length,
  };
}

export type Filter = Page & { readonly states?: readonly string[] | null; readonly search?: string | null };

/** Rows in the states asked for that have the words, newest first, one page of them. */
export function found<Row extends { readonly state: string }>(
  rows: readonly Row[],
  { states, search, ...page }: Filter,
  textOf: (row: Row) => string,
) {
  const sought = (search ?? "").toLowerCase();
  const kept = rows
    .filter(({ state }) => states == null || states.length === 0 || states.includes(state))
    .filter((row) => textOf(row).toLowerCase().includes(sought));
  return connection(kept.toReversed(), page);
}
