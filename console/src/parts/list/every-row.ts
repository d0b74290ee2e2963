/** A page of a list as the control plane answers it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number;
}

/** Rows beyond which an export asks to narrow the list first: a hundred of the largest pages. */
export const MOST_ROWS = 20_000;

/** The list has more rows than one file takes. */
export class TooManyRows extends Error {}

/** All rows of a list, page after page. */
export async function everyRow<Row>(page: (after: string | null) => Promise<Connection<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await page(after);
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return rows;
    if (rows.length >= MOST_ROWS) throw new TooManyRows(`more than ${String(MOST_ROWS)} rows`);
    after = pageInfo.endCursor;
  }
}
