import { useState } from "react";

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface Cursors {
  /** Cursor that the present page comes after; null on the first. */
  readonly after: string | null;
  /** Counted from 1. */
  readonly page: number;
  /** What the pager takes, from what the server said of the present page. */
  readonly steps: (pageInfo: PageInfo | undefined) => {
    readonly page: number;
    readonly onPrevious: (() => void) | undefined;
    readonly onNext: (() => void) | undefined;
  };
  /** Back to the first page, as another search asks. */
  readonly restart: () => void;
}

/** The place in a list that the server pages, kept while its part of a page is shown. */
export function useCursors(): Cursors {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const page = cursors.length + 1;
  return {
    after: cursors.at(-1) ?? null,
    page,
    steps: (pageInfo) => {
      const next = pageInfo?.hasNextPage === true ? pageInfo.endCursor : null;
      return {
        page,
        onPrevious: cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined,
        onNext: next === null ? undefined : () => setCursors([...cursors, next]),
      };
    },
    restart: () => setCursors([]),
  };
}
