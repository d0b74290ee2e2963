export interface SortState {
  readonly column: string;
  readonly descending: boolean;
}

/** A sorted copy; ties keep their order, nothing comes last. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | number | null,
  descending: boolean,
  locale: string,
): readonly Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const direction = descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const a = keyOf(left);
    const b = keyOf(right);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return (a - b) * direction;
    return collator.compare(String(a), String(b)) * direction;
  });
}
