import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { UseCaseSortField } from "../generated/operations";
import { STATE_VIEWS, type StateView } from "../parts/use-cases/use-case-states";

const SORT_FIELDS: readonly UseCaseSortField[] = ["NAME", "STATE", "DECLARED_AT", "ORGANISATION"];

export interface ListParameters {
  readonly search: string;
  readonly view: StateView;
  readonly sort: UseCaseSortField;
  readonly descending: boolean;
  /** Cursors of the pages already left, the present one last; empty on the first page. */
  readonly cursors: readonly string[];
}

function read(params: URLSearchParams): ListParameters {
  const view = params.get("view") ?? "all";
  const sort = params.get("sort") ?? "NAME";
  return {
    search: params.get("q") ?? "",
    view: view in STATE_VIEWS ? (view as StateView) : "all",
    sort: SORT_FIELDS.find((field) => field === sort) ?? "NAME",
    descending: params.get("dir") === "desc",
    cursors: params.getAll("after"),
  };
}

/** The list's state lives in the address, so that a view can be shared and the back button works. */
export function useListParameters(): [ListParameters, (change: Partial<ListParameters>) => void] {
  const [params, setParams] = useSearchParams();
  const current = read(params);
  const change = useCallback(
    (part: Partial<ListParameters>) => {
      setParams(
        (before) => {
          const next = { ...read(before), cursors: [], ...part };
          const written = new URLSearchParams();
          if (next.search !== "") written.set("q", next.search);
          if (next.view !== "all") written.set("view", next.view);
          if (next.sort !== "NAME") written.set("sort", next.sort);
          if (next.descending) written.set("dir", "desc");
          for (const cursor of next.cursors) written.append("after", cursor);
          return written;
        },
        { replace: part.search !== undefined },
      );
    },
    [setParams],
  );
  return [current, change];
}
