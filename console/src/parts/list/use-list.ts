import type { Operation, SortDirection } from "../../generated/operations";
import { useClient } from "../../providers/client-context";
import { useOperation } from "../../providers/use-operation";
import type { SortState } from "../table-sort";
import { type Connection, everyRow } from "./every-row";
import { type ChangeList, type ListState, useListState } from "./use-list-state";

/** Largest page that the control plane answers. */
const MOST = 200;

/** What a list asks of the server. */
export interface Asked<View extends string, Field extends string> {
  /** Null when no words are sought. */
  readonly search: string | null;
  readonly view: View;
  readonly sort: { readonly field: Field; readonly direction: SortDirection } | null;
  readonly filters: ListState["filters"];
  readonly first: number;
  readonly after: string | null;
}

interface Spec<Data, Variables, Row, View extends string, Field extends string> {
  readonly operation: Operation<Data, Variables>;
  readonly variables: (asked: Asked<View, Field>) => NoInfer<Variables>;
  readonly pick: (data: Data) => Connection<Row>;
  /** What the list can be narrowed to; the first one is shown when the address names none. */
  readonly views?: readonly View[];
  /** Columns that the server sorts by, all the rows and not one page; named as its fields. */
  readonly sorts?: readonly Field[];
  /** How the server sorts when nobody asked. */
  readonly sorted?: { readonly column: NoInfer<Field>; readonly descending: boolean };
  /** Names of what else narrows the list; the same array at each call. */
  readonly filters?: readonly string[];
  /** Rows of a page. */
  readonly page?: number;
  /** Tells lists of one page apart. */
  readonly name?: string;
  readonly every?: number;
  readonly enabled?: boolean;
  /** State of what the rows belong to: another one asks for them again at once. */
  readonly of?: string;
}

/** A list as its table, its bar, its pager and its export need it. */
export interface List<Row> {
  readonly state: ListState;
  readonly change: ChangeList;
  readonly view: string;
  readonly views: readonly string[];
  /** Columns that the server sorts by; absent when the rows are all here and the table sorts them. */
  readonly sorts?: readonly string[];
  readonly sort: SortState | null;
  readonly query: {
    readonly data: unknown;
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => unknown;
  };
  readonly rows: readonly Row[];
  /** Null when nobody counts. */
  readonly total: number | null;
  readonly pages: number | null;
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
  /** Every row that is found, not this page alone: what is exported. */
  readonly all: () => Promise<readonly Row[]>;
}

/** A list that the server narrows, sorts and pages. */
export function useList<Data, Variables, Row, View extends string = string, Field extends string = never>(
  spec: Spec<Data, Variables, Row, View, Field>,
): List<Row> {
  const { operation, variables, pick, views = [], sorts = [], page = 25 } = spec;
  const client = useClient();
  const [state, change] = useListState(spec.filters, spec.name);
  const view = views.find((one) => one === state.view) ?? views[0] ?? ("" as View);
  const field = sorts.find((one) => one === state.sort?.column);
  const sort =
    field === undefined ? (spec.sorted ?? null) : { column: field, descending: state.sort?.descending === true };
  const asked = {
    search: state.search.trim() === "" ? null : state.search.trim(),
    view,
    sort:
      sort === null ? null : { field: sort.column, direction: sort.descending ? ("DESC" as const) : ("ASC" as const) },
    filters: state.filters,
  };
  const query = useOperation(operation, variables({ ...asked, first: page, after: state.cursors.at(-1) ?? null }), {
    every: spec.every,
    enabled: spec.enabled,
    of: spec.of,
  });
  const found = query.data === undefined ? undefined : pick(query.data);
  const total = found?.totalCount ?? null;
  return {
    state,
    change,
    view,
    views,
    sorts,
    sort,
    query,
    rows: found?.edges.map(({ node }) => node) ?? [],
    total,
    pages: total === null ? null : Math.max(Math.ceil(total / page), 1),
    next: found?.pageInfo.hasNextPage === true ? found.pageInfo.endCursor : null,
    all: () =>
      everyRow(async (after) => pick(await client.run(operation, variables({ ...asked, first: MOST, after })))),
  };
}
