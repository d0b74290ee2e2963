import type { Operation } from "../../generated/operations";
import { useOperation } from "../../providers/use-operation";
import type { List } from "./use-list";
import { useListState } from "./use-list-state";

interface Spec<Data, Variables, Row> {
  readonly operation: Operation<Data, Variables>;
  readonly variables: Variables;
  readonly pick: (data: Data) => readonly Row[];
  readonly views: readonly string[];
  /** The rows in a view that have the words sought. */
  readonly found: (rows: readonly Row[], view: string, search: string) => readonly Row[];
}

/** A catalogue that the server gives whole: narrowed and sorted here, over all its rows. */
export function useWholeList<Data, Variables, Row>(spec: Spec<Data, Variables, Row>): List<Row> {
  const { views } = spec;
  const [state, change] = useListState();
  const view = views.includes(state.view) ? state.view : (views[0] ?? "");
  const query = useOperation(spec.operation, spec.variables);
  const rows = query.data === undefined ? [] : spec.found(spec.pick(query.data), view, state.search);
  return {
    state,
    change,
    view,
    views,
    sort: null,
    query,
    rows,
    total: rows.length,
    pages: 1,
    next: null,
    all: () => Promise.resolve(rows),
  };
}
