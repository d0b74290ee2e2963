/** What a list goes by: the first part that differs decides. */
export type Key = readonly (string | number | null)[];

type Direction = "ascending" | "descending";

export const by =
  <Row>(keyOf: (row: Row) => Key, direction: Direction = "ascending") =>
  (one: Row, other: Row): number =>
    compare(keyOf(one), keyOf(other)) * SIGN[direction];

/** Rows behind a key in their order: a page of them, and one more when there is one. */
export const pageOf = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  { first, after }: { readonly first: number; readonly after: Key | null },
  direction: Direction = "ascending",
): readonly Row[] =>
  rows
    .filter((row) => after === null || compare(keyOf(row), after) * SIGN[direction] > 0)
    .sort(by(keyOf, direction))
    .slice(0, first + 1);

const SIGN = { ascending: 1, descending: -1 } as const;

function compare(one: Key, other: Key): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? "") < (other[at] ?? "") ? -1 : 1;
}
