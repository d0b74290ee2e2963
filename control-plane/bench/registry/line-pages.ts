import type * as Lines from "../../src/capacity/adapters/postgres/pg-capacity.catalogue.ts";
import type { LineQuery, LineSortField } from "../../src/capacity/ports/capacity-catalogue.port.ts";
import { compiled, type Figure } from "../figure.ts";
import { DEPTHS, PAGE, percentile, READERS, statementsOf, timed, type Actor, type Transactions } from "./reading.ts";
import { CAMPAIGN } from "./synthetic-lines.ts";

const SORTS: readonly LineSortField[] = ["reference", "site", "gpu_count"];
/**
 * One line's number; of many lines, spread and together in an order; of every line; begun with a digit; of several common
 * words, and of none.
 */
const SEARCHES = [
  "ligne 4242",
  "évry 31",
  "besançon h100",
  "introuvable",
  "ligne",
  "h100",
  "toulouse",
  "4",
  "ligne 49",
  "lille l40s 12",
];

/** Pages and searches over lines of declarations, one way and the other, from the first page and from the next. */
export async function measureLines(
  transactions: Transactions,
  lines: number,
  report: (figure: Figure) => void,
): Promise<void> {
  const { PgCapacityCatalogue } = await compiled<typeof Lines>("capacity/adapters/postgres/pg-capacity.catalogue.js");
  const catalogue = new PgCapacityCatalogue();
  const read = (actor: Actor, query: LineQuery) => transactions.read(actor, (ctx) => catalogue.lines(ctx, query));
  const first: LineQuery = {
    ...{ campaignId: CAMPAIGN, organisationId: null, declarationId: null, search: "", gpuTypes: [] },
    ...{ sort: "reference", descending: false, first: PAGE, after: null },
  };
  for (const actor of READERS) await read(actor, first);

  const pages: number[] = [];
  const searches: number[] = [];
  for (const actor of READERS)
    for (const sort of SORTS)
      for (const descending of [false, true]) {
        const query = { ...first, sort, descending };
        const { rows } = await read(actor, { ...query, first: lines });
        for (const depth of DEPTHS) {
          const after = depth === 0 ? null : (rows[Math.floor(depth * rows.length)]?.cursor ?? null);
          pages.push(await timed(() => read(actor, { ...query, after })));
        }
        for (const search of SEARCHES) {
          let next: string | null = null;
          searches.push(
            await timed(async () => {
              next = (await read(actor, { ...query, search })).rows.at(-1)?.cursor ?? null;
            }),
          );
          if (next !== null) searches.push(await timed(() => read(actor, { ...query, search, after: next })));
        }
      }
  const [reader] = READERS;
  const statements = reader === undefined ? NaN : await statementsOf(() => read(reader, { ...first, search: "h100" }));

  report({ metric: "line_page_p95_ms", value: percentile(pages, 0.95), unit: "ms", target: 100 });
  report({ metric: "line_page_max_ms", value: Math.max(...pages), unit: "ms", target: null });
  report({ metric: "line_search_p95_ms", value: percentile(searches, 0.95), unit: "ms", target: 150 });
  report({ metric: "line_search_p50_ms", value: percentile(searches, 0.5), unit: "ms", target: null });
  report({ metric: "line_search_max_ms", value: Math.max(...searches), unit: "ms", target: null });
  report({ metric: "line_statements_per_query", value: statements, unit: "statements", target: 8 });
}
