import type { ReactNode } from "react";
import { QueryState, NoResult } from "../states";
import { type Column, Table } from "../Table";
import { Tabs } from "../Tabs";
import { Pager } from "./Pager";
import { SearchInput } from "./SearchInput";
import type { List } from "./use-list";

interface Props<Row> {
  readonly list: List<Row>;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode;
  /** Name of the group of views, and the words of each; absent when the page draws them elsewhere. */
  readonly views?: { readonly label: string; readonly words: (view: string) => string };
  /** What is counted, at the end of the row of views. */
  readonly count?: ReactNode;
  /** What the words are looked for in; absent when the list has no search. */
  readonly search?: string;
  /** Fields of the filters that are the list's own. */
  readonly filters?: ReactNode;
  /** Words of each filter that narrows now, by its name. */
  readonly filterWords?: (name: string) => string;
  readonly compact?: boolean;
}

/** A list: its views, what is sought, its rows sorted by the server, its pager; or why there is no row. */
export function ListView<Row>(props: Props<Row>) {
  const { list, views, search } = props;
  return (
    <>
      {views === undefined ? null : (
        <div className="tab-row">
          <Tabs
            label={views.label}
            current={list.view}
            onChange={(view) => list.change({ view: view === list.views[0] ? "" : view })}
            tabs={list.views.map((id) => ({ id, label: views.words(id) }))}
          />
          <span className="as-of" role="status">
            {list.query.data === undefined ? null : props.count}
          </span>
        </div>
      )}
      {search === undefined && props.filters === undefined ? null : (
        <div className="filters">
          {search === undefined ? null : (
            <SearchInput
              label={search}
              value={list.state.search}
              onSearch={(words) => list.change({ search: words })}
            />
          )}
          {props.filters}
        </div>
      )}
      <QueryState query={list.query}>{() => <Rows {...props} />}</QueryState>
    </>
  );
}

function Rows<Row>(props: Props<Row>) {
  const { list, views } = props;
  const { search, filters, cursors } = list.state;
  if (list.rows.length === 0 && cursors.length === 0) {
    const narrowedBy = [
      search,
      views === undefined || list.view === list.views[0] ? "" : views.words(list.view),
      ...Object.keys(filters).map((name) => (filters[name] === "" ? "" : (props.filterWords?.(name) ?? ""))),
    ].filter(Boolean);
    if (narrowedBy.length === 0) return props.empty;
    const clear = () =>
      list.change({
        search: "",
        filters: Object.fromEntries(Object.keys(filters).map((name) => [name, ""])),
        ...(views === undefined ? {} : { view: "" }),
      });
    return <NoResult filter={narrowedBy.join(", ")} onClear={clear} />;
  }
  return (
    <div>
      <Table
        caption={props.caption}
        columns={props.columns}
        rows={list.rows}
        rowKey={props.rowKey}
        compact={props.compact}
        ruled
        sorts={list.sorts}
        sort={list.sort ?? undefined}
        onSort={list.sorts === undefined ? undefined : (sort) => list.change({ sort })}
      />
      <Pager list={list} />
    </div>
  );
}
