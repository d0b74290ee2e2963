import type * as Catalogue from "../../src/registry/adapters/postgres/pg-use-case.catalogue.ts";
import type { UseCaseQuery, UseCaseSortField } from "../../src/registry/ports/use-case-catalogue.port.ts";
import { compiled, type Figure } from "../figure.ts";
import { DEPTHS, PAGE, percentile, READERS, statementsOf, timed, type Actor, type Transactions } from "./reading.ts";

const SORTS: readonly UseCaseSortField[] = ["name", "state", "declared_at", "organisation"];
/** Rare, common, accented, begun, of several words, and of none. */
const SEARCHES = [
  "dossier 4242",
  "synthèse",
  "ŒUVRES numérisées",
  "transcr",
  "courriers élèves",
  "analyse offres hôpitaux 31",
  "veille normative pour douanes",
  "introuvable",
];

/** Pages and searches over use cases, as screens ask: one page and the total. */
export async function measureUseCases(
  transactions: Transactions,
  useCases: number,
  report: (figure: Figure) => void,
): Promise<void> {
  const { PgUseCaseCatalogue } = await compiled<typeof Catalogue>(
    "registry/adapters/postgres/pg-use-case.catalogue.js",
  );
  const catalogue = new PgUseCaseCatalogue();
  const read = (actor: Actor, query: UseCaseQuery) => transactions.read(actor, (ctx) => catalogue.page(ctx, query));
  const first: UseCaseQuery = {
    ...{ search: "", states: [], organisationId: null },
    ...{ sort: "name", descending: false, first: PAGE, after: null },
  };
  for (const actor of READERS) await read(actor, first);

  const pages: number[] = [];
  const searches: number[] = [];
  for (const actor of READERS)
    for (const sort of SORTS) {
      for (const descending of [false, true]) {
        const { rows } = await read(actor, { ...first, sort, descending, first: useCases });
        for (const depth of DEPTHS) {
          const after = depth === 0 ? null : (rows[Math.floor(depth * rows.length)]?.cursor ?? null);
          pages.push(await timed(() => read(actor, { ...first, sort, descending, after })));
        }
      }
      for (const search of SEARCHES) searches.push(await timed(() => read(actor, { ...first, search, sort })));
    }
  const [reader] = READERS;
  const statements = reader === undefined ? NaN : await statementsOf(() => read(reader, first));

  report({ metric: "page_p95_ms", value: percentile(pages, 0.95), unit: "ms", target: 100 });
  report({ metric: "page_p50_ms", value: percentile(pages, 0.5), unit: "ms", target: null });
  report({ metric: "page_max_ms", value: Math.max(...pages), unit: "ms", target: null });
  report({ metric: "search_p95_ms", value: percentile(searches, 0.95), unit: "ms", target: 150 });
  report({ metric: "search_p50_ms", value: percentile(searches, 0.5), unit: "ms", target: null });
  report({ metric: "statements_per_query", value: statements, unit: "statements", target: 8 });
}
