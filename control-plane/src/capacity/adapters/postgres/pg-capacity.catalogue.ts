import type { Context } from "../../../kernel/use-case.js";
import { wordsOf } from "../../../kernel/words.js";
import { Conditions, soughtId } from "../../../platform/database/conditions.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import type { Rows } from "../../ports/campaign-repository.port.js";
import type {
  CapacityCatalogue,
  DeclarationQuery,
  DeclarationSortField,
  LineQuery,
  ListedLine,
  NeedQuery,
  NeedSortField,
} from "../../ports/capacity-catalogue.port.js";
import { DECLARATIONS, needOf, NEEDS } from "./rows/capacity-tables.js";
import { linePage } from "./rows/line-page.js";
import { keysetPage, ownedBelow, type SortColumn } from "./rows/keyset-list.js";

const DECLARATION_SORTS: Readonly<Record<DeclarationSortField, SortColumn>> = {
  updated_at: { column: "updated_at", type: "timestamptz" },
  gpu_count: { column: "gpu_count", type: "integer" },
  completeness: { column: "completeness", type: "double precision" },
};
const NEED_SORTS: Readonly<Record<NeedSortField, SortColumn>> = {
  reference: { column: "reference", type: "text" },
  title: { column: "title", type: "text" },
  criticality: { column: "criticality", type: "integer" },
  updated_at: { column: "updated_at", type: "timestamptz" },
};

export class PgCapacityCatalogue implements CapacityCatalogue {
  declarations(ctx: Context, query: DeclarationQuery): Promise<Rows<CapacityDeclaration>> {
    const conditions = owned(query).when(query.states, (place) => `state = ANY (${place}::text[])`);
    return keysetPage(ctx, DECLARATIONS, conditions, { ...query, sort: DECLARATION_SORTS[query.sort] });
  }

  async lines(ctx: Context, query: LineQuery): Promise<Rows<ListedLine>> {
    return mapped(await linePage(ctx, query), (row) => ({
      id: row.id,
      declarationId: row.declaration_id,
      organisationId: row.organisation_id,
      line: row.content,
    }));
  }

  async needs(ctx: Context, query: NeedQuery): Promise<Rows<CapacityNeed>> {
    const conditions = owned(query)
      .when(query.states, (place) => `state = ANY (${place}::text[])`)
      .when(query.criticalities, (place) => `criticality = ANY (${place}::integer[])`);
    await searched(ctx, conditions, "capacity_need", query.search);
    const page = { ...query, sort: NEED_SORTS[query.sort] };
    return mapped(await keysetPage(ctx, NEEDS, conditions, page), needOf);
  }
}

const owned = (query: { readonly campaignId: string | null; readonly organisationId: string | null }): Conditions =>
  new Conditions()
    .when(soughtId(query.campaignId), (place) => `campaign_id = ${place}::uuid`)
    .when(soughtId(query.organisationId), ownedBelow);

/** Beyond so many matches, rows are asked one by one along the page's order instead. */
const MOST_MATCHES = 10_000;

async function searched(ctx: Context, conditions: Conditions, table: string, search: string): Promise<void> {
  if (search.trim() === "") return;
  const words = wordsOf(search);
  const found = words.length === 0 ? [] : await matching(ctx, table, words);
  if (found.length <= MOST_MATCHES) conditions.and(`id = ANY (${conditions.place(found)}::uuid[])`);
  else conditions.and(`capacity_matches(id, capacity_query_of(${conditions.place(words)}::text[]))`);
}

/** Ids of rows that have every word, whoever owns them: the table's policy leaves what is in scope. */
async function matching(ctx: Context, table: string, words: readonly string[]): Promise<readonly string[]> {
  const sql = "SELECT array_agg(id) AS ids FROM capacity_matching($1, $2, $3) AS id";
  const [row] = await rowsOf<{ ids: string[] | null }>(ctx, sql, [table, words, MOST_MATCHES + 1]);
  return row?.ids ?? [];
}

const mapped = <From, To>(page: Rows<From>, to: (row: From) => To): Rows<To> => ({
  rows: page.rows.map(({ cursor, row }) => ({ cursor, row: to(row) })),
  hasNextPage: page.hasNextPage,
});
