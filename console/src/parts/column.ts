import type { ReactNode } from "react";
import type { CsvCell } from "./csv";
import type { Column } from "./Table";

interface More<Row, Value> extends Pick<Column<Row>, "numeric" | "sortBy" | "total"> {
  /** How the value is shown; as it is otherwise. */
  readonly show?: (value: Value) => ReactNode;
  /** Where it takes more of the row than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** Sorts by the value, where all rows are here. */
  readonly sorts?: true;
}

/** A column of one value of each row: shown, sorted by if it is said, and exported under `csv`. */
export function column<Row, Value extends CsvCell>(
  id: string,
  header: ReactNode,
  csv: string,
  value: (row: Row) => Value,
  { show, cell, sorts, ...more }: More<Row, Value> = {},
): Column<Row> {
  return {
    id,
    header,
    cell: cell ?? ((row) => (show === undefined ? value(row) : show(value(row)))),
    csv: { header: csv, value },
    ...(sorts === true ? { sortBy: value } : {}),
    ...more,
  };
}
