import { USE_CASE_STATES } from "@socle/contracts";
import { fold } from "../../../kernel/fold.js";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../platform/graphql/cursor.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import type {
  UseCaseCatalogue,
  UseCasePage,
  UseCaseQuery,
  UseCaseSortField,
} from "../../ports/use-case-catalogue.port.js";
import { USE_CASE_COLUMNS, useCaseFromRow, type UseCaseRow } from "./use-case.row.js";

const COLUMNS = USE_CASE_COLUMNS.map((column) => `use_case.${column}`).join(", ");
const STATE_ORDER = USE_CASE_STATES.map((state) => `'${state}'`).join(", ");

/** Each key is text that sorts as its field does, so that one cursor fits them all. */
const SORT_KEYS: Readonly<Record<UseCaseSortField, string>> = {
  name: "socle_fold(use_case.name)",
  state: `lpad(array_position(ARRAY[${STATE_ORDER}], use_case.state)::text, 2, '0')`,
  declared_at: `to_char(use_case.declared_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  organisation: "socle_fold(organisation.name)",
};

const MATCHING = `
  FROM use_case JOIN organisation ON organisation.id = use_case.organisation_id
  WHERE ($1 = '' OR strpos(socle_fold(use_case.name || ' ' || use_case.description || ' ' || use_case.slug), $1) > 0)
    AND (cardinality($2::text[]) = 0 OR use_case.state = ANY ($2))
    AND ($3::text IS NULL OR EXISTS (SELECT FROM organisation_closure
      WHERE descendant_id = use_case.organisation_id AND ancestor_id::text = $3))`;

export class PgUseCaseCatalogue implements UseCaseCatalogue {
  async page(ctx: Context, query: UseCaseQuery): Promise<UseCasePage> {
    const filter = [fold(query.search.trim()), query.states, query.organisationId];
    const [afterKey, afterId] = query.after === null ? [null, null] : decodeCursor(query.after, 2);
    const rows = await rowsOf<UseCaseRow & { sort_key: string }>(ctx, pageSql(query), [
      ...filter,
      afterKey,
      afterId,
      query.first + 1,
    ]);
    const [total] = await rowsOf<{ total: number }>(ctx, `SELECT count(*)::integer AS total ${MATCHING}`, filter);
    return {
      rows: rows.slice(0, query.first).map((row) => ({
        cursor: encodeCursor([row.sort_key, row.id]),
        useCase: useCaseFromRow(row),
      })),
      hasNextPage: rows.length > query.first,
      totalCount: total?.total ?? 0,
    };
  }

  async findMany(ctx: Context, ids: readonly string[]): Promise<readonly AiUseCase[]> {
    const sql = `SELECT ${COLUMNS} FROM use_case WHERE id = ANY ($1)`;
    return (await rowsOf<UseCaseRow>(ctx, sql, [uuidsOf(ids)])).map(useCaseFromRow);
  }

  async countByOrganisation(ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await rowsOf<{ id: string; total: number }>(
      ctx,
      `SELECT ancestor_id AS id, count(*)::integer AS total
       FROM organisation_closure JOIN use_case ON use_case.organisation_id = descendant_id
       WHERE ancestor_id = ANY ($1) GROUP BY ancestor_id`,
      [uuidsOf(organisationIds)],
    );
    return new Map(rows.map((row) => [row.id, row.total]));
  }
}

function pageSql(query: UseCaseQuery): string {
  const key = `${SORT_KEYS[query.sort]} COLLATE "C"`;
  const [order, beyond] = query.descending ? ["DESC", "<"] : ["ASC", ">"];
  return `SELECT ${COLUMNS}, ${key} AS sort_key ${MATCHING}
    AND ($4::text IS NULL OR (${key}, use_case.id::text COLLATE "C") ${beyond} ($4, $5))
    ORDER BY ${key} ${order}, use_case.id::text COLLATE "C" ${order} LIMIT $6`;
}
