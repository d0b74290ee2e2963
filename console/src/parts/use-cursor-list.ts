import { useCallback } from "react";
import { useSearchParams } from "react-router";

export interface CursorList {
  readonly search: string;
  /** The state or view that is asked for; empty for all. */
  readonly view: string;
  /** Cursors of the pages already left, the present one last; empty on the first page. */
  readonly cursors: readonly string[];
}

const read = (params: URLSearchParams): CursorList => ({
  search: params.get("q") ?? "",
  view: params.get("view") ?? "",
  cursors: params.getAll("after"),
});

/** A list's search, view and page, kept in the address; another search or view begins at the first page. */
export function useCursorList(): [CursorList, (change: Partial<CursorList>) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (part: Partial<CursorList>) => {
      setParams(
        (before) => {
          const next = { ...read(before), cursors: [], ...part };
          const written = new URLSearchParams();
          if (next.search !== "") written.set("q", next.search);
          if (next.view !== "") written.set("view", next.view);
          for (const cursor of next.cursors) written.append("after", cursor);
          return written;
        },
        { replace: part.search !== undefined },
      );
    },
    [setParams],
  );
  return [read(params), change];
}
