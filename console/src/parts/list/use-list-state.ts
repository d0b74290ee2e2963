import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { SortState } from "../table-sort";

/** What is asked of a list, as it stands in the address: it can be shared, and the back button works. */
export interface ListState {
  readonly search: string;
  /** The view that is asked for; empty for the first. */
  readonly view: string;
  /** What the server sorts by; null for its own order. */
  readonly sort: SortState | null;
  /** What else narrows the list, by name; an empty one narrows nothing. */
  readonly filters: Readonly<Record<string, string>>;
  /** Cursors of the pages already left, the present one last; empty on the first page. */
  readonly cursors: readonly string[];
}

export type ChangeList = (change: Partial<ListState>) => void;

/** Another search, view, sort or filter begins at the first page; filters that are not named stay. */
export function changed(before: ListState, part: Partial<ListState>): ListState {
  return { ...before, cursors: [], ...part, filters: { ...before.filters, ...part.filters } };
}

export function readList(params: URLSearchParams, names: readonly string[], of: string): ListState {
  const sort = params.get(`${of}sort`);
  return {
    search: params.get(`${of}q`) ?? "",
    view: params.get(`${of}view`) ?? "",
    sort: sort === null ? null : { column: sort, descending: params.get(`${of}dir`) === "desc" },
    filters: Object.fromEntries(names.map((name) => [name, params.get(of + name) ?? ""])),
    cursors: params.getAll(`${of}after`),
  };
}

/** The address with this list's state in it; what else it says stays. */
export function writeList(params: URLSearchParams, list: ListState, of: string): URLSearchParams {
  const written = new URLSearchParams(params);
  const put = (name: string, value: string) =>
    value === "" ? written.delete(of + name) : written.set(of + name, value);
  put("q", list.search);
  put("view", list.view);
  put("sort", list.sort?.column ?? "");
  put("dir", list.sort?.descending === true ? "desc" : "");
  for (const [name, value] of Object.entries(list.filters)) put(name, value);
  written.delete(`${of}after`);
  for (const cursor of list.cursors) written.append(`${of}after`, cursor);
  return written;
}

const NONE: readonly string[] = [];

/**
 * A list's state. @param filters names of what else narrows it
 * @param name tells lists of one page apart; the page's own list needs none
 */
export function useListState(filters: readonly string[] = NONE, name = ""): [ListState, ChangeList] {
  const [params, setParams] = useSearchParams();
  const of = name === "" ? "" : `${name}.`;
  const state = useMemo(() => readList(params, filters, of), [params, filters, of]);
  const change = useCallback(
    (part: Partial<ListState>) =>
      setParams(
        () => {
          // Of the address as it is: what the router hands over is the last drawn, without a choice made just before.
          const before = new URLSearchParams(window.location.search);
          return writeList(before, changed(readList(before, filters, of), part), of);
        },
        { replace: part.search !== undefined || part.filters !== undefined },
      ),
    [setParams, filters, of],
  );
  return [state, change];
}
