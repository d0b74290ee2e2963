import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import type { CsvCell } from "./csv";
import { type SortState, sortRows } from "./table-sort";

export interface Column<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** What a click on the header sorts by, where all rows are here; without it the column does not sort. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** Set when the export has this column. */
  readonly csv?: { readonly header: string; readonly value: (row: Row) => CsvCell };
  /** The cell of the last row, the total. */
  readonly total?: ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The server sorts, by these columns alone: the rows are a page, and a click asks for another order. */
  readonly sorts?: readonly string[];
  readonly sort?: SortState;
  readonly onSort?: (sort: SortState) => void;
  readonly compact?: boolean;
  /** Stands on its own ink rule. */
  readonly ruled?: boolean;
  /** Narrow enough for a phone: does not scroll there. */
  readonly fits?: boolean;
  /** Row headers stay on one line. */
  readonly wholeNames?: boolean;
  readonly rowClass?: (row: Row) => string | undefined;
}

/** A plain table: caption, scopes, a total that matches the account line; its first cell is the row's header. */
export function Table<Row>(props: Props<Row>) {
  const {
    caption,
    columns,
    rows,
    rowKey,
    compact = false,
    ruled = false,
    fits = false,
    wholeNames = false,
    rowClass,
  } = props;
  const [locale] = useLocaleState();
  const [ownSort, setOwnSort] = useState<SortState | null>(null);
  const sort = props.sort ?? ownSort;
  const ordered = useMemo(() => {
    const sortBy = props.sorts === undefined ? columns.find((column) => column.id === sort?.column)?.sortBy : undefined;
    return sortBy === undefined ? rows : sortRows(rows, sortBy, sort?.descending ?? false, locale);
  }, [columns, rows, sort, props.sorts, locale]);
  const hasTotal = columns.some((column) => column.total !== undefined);
  const names = [
    "table",
    compact && "compact",
    ruled && "ruled",
    fits && "fits",
    wholeNames && "names-whole",
    hasTotal && "with-total",
  ];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={names.filter(Boolean).join(" ")}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sorts={props.sorts?.includes(column.id) ?? column.sortBy !== undefined}
                sort={sort}
                onSort={props.onSort ?? setOwnSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column, index) => (
                <BodyCell key={column.id} column={column} row={row} isHeader={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
        {hasTotal ? <TotalRow columns={columns} /> : null}
      </table>
    </div>
  );
}

function BodyCell<Row>({ column, row, isHeader }: { column: Column<Row>; row: Row; isHeader: boolean }) {
  const content = column.cell(row);
  if (isHeader) return <th scope="row">{content}</th>;
  return <td className={column.numeric === true ? "num" : undefined}>{content}</td>;
}

function TotalRow<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.id} scope="row">
              {column.total}
            </th>
          ) : (
            <td key={column.id} className={column.numeric === true ? "num" : undefined}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sorts: boolean;
  readonly sort: SortState | null;
  readonly onSort: (sort: SortState) => void;
}

function HeaderCell<Row>({ column, sorts, sort, onSort }: HeaderCellProps<Row>) {
  const t = useTranslate();
  const className = column.numeric === true ? "num" : undefined;
  if (!sorts) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  const active = sort?.column === column.id;
  const Arrow = !active ? ChevronsUpDown : sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={active ? (sort.descending ? "descending" : "ascending") : undefined}
    >
      <button
        type="button"
        className="sort"
        title={t("table.sort")}
        onClick={() => onSort({ column: column.id, descending: active ? !sort.descending : column.numeric === true })}
      >
        {column.header}
        <Arrow className="icon-small" aria-hidden="true" />
      </button>
    </th>
  );
}
