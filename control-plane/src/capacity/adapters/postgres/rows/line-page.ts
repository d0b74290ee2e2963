import type { Context } from "../../../../kernel/use-case.js";
import { wordsOf } from "../../../../kernel/words.js";
import { soughtId } from "../../../../platform/database/conditions.js";
import { rowsOf } from "../../../../platform/database/pg-transaction.js";
import { decodeCursor } from "../../../../platform/graphql/cursor.js";
import type { CapacityLine } from "../../../domain/declaration/capacity-line.js";
import type { Rows } from "../../../ports/campaign-repository.port.js";
import type { LineQuery } from "../../../ports/capacity-catalogue.port.js";
import { pageOf } from "./keyset-list.js";

interface LineRow {
  readonly id: string;
  readonly declaration_id: string;
  readonly organisation_id: string;
  readonly content: CapacityLine;
}

/** One page of standing lines; `capacity_line_page` finds its ids, row-level security decides of the lines. */
export async function linePage(ctx: Context, query: LineQuery): Promise<Rows<LineRow>> {
  const words = wordsOf(query.search);
  if (words.length === 0 && query.search.trim() !== "") return { rows: [], hasNextPage: false };
  const [key, id] = query.after === null ? [null, null] : decodeCursor(query.after, 2).map(String);
  const rows = await rowsOf<LineRow & { readonly sort_key: string }>(
    ctx,
    `SELECT id, declaration_id, organisation_id, content, ${query.sort}::text AS sort_key
     FROM capacity_line_page($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY AS page (id, place)
     JOIN capacity_line USING (id) ORDER BY place`,
    [
      ...[query.campaignId, query.declarationId, query.organisationId].map(soughtId),
      ...[query.gpuTypes, words, query.sort, query.descending, key],
      ...[soughtId(id ?? null), query.first + 1],
    ],
  );
  return pageOf(rows, query.first);
}
