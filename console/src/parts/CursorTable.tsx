import type { ReactNode } from "react";
import type { CursorList } from "./use-cursor-list";
import { CursorPager } from "./Pager";
import { NoResult } from "./states";
import { type Column, Table } from "./Table";

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly list: CursorList;
  readonly onChange: (change: Partial<CursorList>) => void;
  /** Words of the view that narrows the list. */
  readonly viewWords: string;
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode;
}

/** One page of a list that the server pages: its rows and its pager, or why there is none. */
export function CursorTable<Row>(props: Props<Row>) {
  const { rows, list, onChange, pageInfo } = props;
  if (rows.length === 0 && list.cursors.length === 0) {
    const filter = [list.search, list.view === "" ? "" : props.viewWords].filter(Boolean).join(", ");
    return filter === "" ? (
      props.empty
    ) : (
      <NoResult filter={filter} onClear={() => onChange({ search: "", view: "" })} />
    );
  }
  const cursor = pageInfo.endCursor;
  return (
    <div>
      <Table caption={props.caption} columns={props.columns} rows={rows} rowKey={props.rowKey} ruled />
      <CursorPager
        page={list.cursors.length + 1}
        onPrevious={list.cursors.length > 0 ? () => onChange({ cursors: list.cursors.slice(0, -1) }) : undefined}
        onNext={
          pageInfo.hasNextPage && cursor !== null ? () => onChange({ cursors: [...list.cursors, cursor] }) : undefined
        }
      />
    </div>
  );
}
