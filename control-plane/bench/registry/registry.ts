import pg from "pg";
import type { DataSource } from "typeorm";
import { prepareApplicationRole } from "../../local/postgres/roles.ts";
import { withTemporaryDatabase } from "../../local/postgres/temporary-database.ts";
import type * as Actors from "../../src/kernel/actor.ts";
import type * as Clocks from "../../src/kernel/clock.ts";
import type * as Ids from "../../src/kernel/id-source.ts";
import type { Context } from "../../src/kernel/use-case.ts";
import type * as Sources from "../../src/platform/database/data-source.ts";
import type * as Reads from "../../src/platform/database/pg-transactions.ts";
import type * as Catalogue from "../../src/registry/adapters/postgres/pg-use-case.catalogue.ts";
import type { UseCaseQuery, UseCaseSortField } from "../../src/registry/ports/use-case-catalogue.port.ts";
import type * as Lines from "../../src/capacity/adapters/postgres/pg-capacity.catalogue.ts";
import type { LineQuery, LineSortField } from "../../src/capacity/ports/capacity-catalogue.port.ts";
import { compiled, type Figure } from "../figure.ts";
import { CAMPAIGN, plantLines } from "./synthetic-lines.ts";
import { DIRECTION, MINISTRY, plantRegistry } from "./synthetic-registry.ts";

type Report = (figure: Figure) => void;
type Actor = Actors.Actor;

const SIZE = { ministries: 17, directionsEach: 12, useCases: 50_000, lines: 500_000 } as const;
const PAGE = 50;
const DEPTHS = [0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
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

const LINE_SORTS: readonly LineSortField[] = ["reference", "site", "gpu_count"];
const LINE_SEARCHES = ["ligne 4242", "évry 31", "besançon h100", "introuvable"];

const reader = (organisationId: string, role: "auditor" | "validator"): Actor => ({
  kind: "person",
  id: "01900005-0000-7000-8000-000000000001",
  name: "Banc",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});
/** Of the whole State, of a ministry, and of a direction. */
const READERS: readonly Actor[] = [
  reader(MINISTRY, "auditor"),
  reader(MINISTRY, "validator"),
  reader(DIRECTION, "validator"),
];

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;

/** Pages and searches over 50,000 use cases, as screens ask: one page and the total, behind row-level security. */
export async function registry(report: Report): Promise<void> {
  await withTemporaryDatabase(async (ownerUrl) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await plantRegistry(owner, SIZE);
    await plantLines(owner, SIZE.ministries * SIZE.directionsEach, SIZE.lines);
    await owner.query("VACUUM ANALYZE use_case, capacity_line, capacity_words");
    await owner.end();
    const applicationUrl = await prepareApplicationRole(ownerUrl, "temporary");
    const { createDataSource } = await compiled<typeof Sources>("platform/database/data-source.js");
    const dataSource = createDataSource({ url: applicationUrl, poolSize: 2, onPoolError: () => undefined });
    await dataSource.initialize();
    try {
      await measure(dataSource, report);
      await measureLines(dataSource, report);
    } finally {
      await dataSource.destroy();
    }
  });
}

async function measure(dataSource: DataSource, report: Report): Promise<void> {
  const { PgTransactions } = await compiled<typeof Reads>("platform/database/pg-transactions.js");
  const { systemClock } = await compiled<typeof Clocks>("kernel/clock.js");
  const { systemIds } = await compiled<typeof Ids>("kernel/id-source.js");
  const { PgUseCaseCatalogue } = await compiled<typeof Catalogue>(
    "registry/adapters/postgres/pg-use-case.catalogue.js",
  );
  const transactions = new PgTransactions(dataSource, systemClock, systemIds);
  const catalogue = new PgUseCaseCatalogue();
  const timed = async (actor: Actor, query: UseCaseQuery): Promise<number> => {
    const from = performance.now();
    await transactions.read(actor, (ctx: Context) => catalogue.page(ctx, query));
    return performance.now() - from;
  };
  const first: UseCaseQuery = {
    search: "",
    states: [],
    organisationId: null,
    sort: "name",
    descending: false,
    first: PAGE,
    after: null,
  };
  for (const actor of READERS) await timed(actor, first);

  const pages: number[] = [];
  for (const actor of READERS)
    for (const sort of SORTS)
      for (const descending of [false, true]) {
        const query = { ...first, sort, descending };
        for (const after of await cursorsOf(transactions, catalogue, actor, query))
          pages.push(await timed(actor, { ...query, after }));
      }
  const searches: number[] = [];
  for (const actor of READERS)
    for (const search of SEARCHES)
      for (const sort of SORTS) searches.push(await timed(actor, { ...first, search, sort }));

  report({ metric: "page_p95_ms", value: percentile(pages, 0.95), unit: "ms", target: 100 });
  report({ metric: "page_p50_ms", value: percentile(pages, 0.5), unit: "ms", target: null });
  report({ metric: "page_max_ms", value: Math.max(...pages), unit: "ms", target: null });
  report({ metric: "search_p95_ms", value: percentile(searches, 0.95), unit: "ms", target: 150 });
  report({ metric: "search_p50_ms", value: percentile(searches, 0.5), unit: "ms", target: null });
  const statements = await statementsOf(() => timed(READERS[0] ?? reader(MINISTRY, "auditor"), first));
  report({ metric: "statements_per_query", value: statements, unit: "statements", target: 8 });
}

/** The same over the lines of declarations. */
async function measureLines(dataSource: DataSource, report: Report): Promise<void> {
  const { PgTransactions } = await compiled<typeof Reads>("platform/database/pg-transactions.js");
  const { systemClock } = await compiled<typeof Clocks>("kernel/clock.js");
  const { systemIds } = await compiled<typeof Ids>("kernel/id-source.js");
  const { PgCapacityCatalogue } = await compiled<typeof Lines>("capacity/adapters/postgres/pg-capacity.catalogue.js");
  const transactions = new PgTransactions(dataSource, systemClock, systemIds);
  const catalogue = new PgCapacityCatalogue();
  const read = (actor: Actor, query: LineQuery) => transactions.read(actor, (ctx) => catalogue.lines(ctx, query));
  const timed = async (actor: Actor, query: LineQuery): Promise<number> => {
    const from = performance.now();
    await read(actor, query);
    return performance.now() - from;
  };
  const first: LineQuery = {
    ...{ campaignId: CAMPAIGN, organisationId: null, declarationId: null, search: "", gpuTypes: [] },
    ...{ sort: "reference", descending: false, first: PAGE, after: null },
  };
  for (const actor of READERS) await timed(actor, first);
  const pages: number[] = [];
  const searches: number[] = [];
  for (const actor of READERS)
    for (const sort of LINE_SORTS) {
      const { rows } = await read(actor, { ...first, sort, first: SIZE.lines });
      for (const depth of DEPTHS) {
        const after = depth === 0 ? null : (rows[Math.floor(depth * rows.length)]?.cursor ?? null);
        pages.push(await timed(actor, { ...first, sort, after }));
      }
      for (const search of LINE_SEARCHES) searches.push(await timed(actor, { ...first, sort, search }));
    }
  report({ metric: "line_page_p95_ms", value: percentile(pages, 0.95), unit: "ms", target: 100 });
  report({ metric: "line_page_max_ms", value: Math.max(...pages), unit: "ms", target: null });
  report({ metric: "line_search_p95_ms", value: percentile(searches, 0.95), unit: "ms", target: 150 });
}

type Transactions = InstanceType<typeof Reads.PgTransactions>;
type Pages = InstanceType<typeof Catalogue.PgUseCaseCatalogue>;

/** Cursors at each depth of a list, read from the whole of it; not measured. */
async function cursorsOf(
  transactions: Transactions,
  catalogue: Pages,
  actor: Actor,
  query: UseCaseQuery,
): Promise<readonly (string | null)[]> {
  const { rows } = await transactions.read(actor, (ctx) => catalogue.page(ctx, { ...query, first: SIZE.useCases }));
  return DEPTHS.map((depth) => (depth === 0 ? null : (rows[Math.floor(depth * rows.length)]?.cursor ?? null)));
}

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  let count = 0;
  prototype.query = function counted(this: unknown, ...args: unknown[]) {
    count += 1;
    return original.apply(this, args);
  };
  await work();
  prototype.query = original;
  return count;
}
