import type { Context } from "../../../kernel/use-case.js";
import { wordsOf } from "../../../kernel/words.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
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

interface SortKey {
  /** Stored columns, since an index under row-level security is reached by nothing else. */
  readonly column: string;
  readonly type: string;
  /** The key as text that reads back as itself. */
  readonly text: string;
}

const SORT_KEYS: Readonly<Record<UseCaseSortField, SortKey>> = {
  name: { column: "use_case.name_key", type: "text", text: "use_case.name_key" },
  state: { column: "use_case.state_key", type: "smallint", text: "use_case.state_key::text" },
  declared_at: {
    column: "use_case.declared_at",
    type: "timestamptz",
    text: `to_char(use_case.declared_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
  organisation: { column: "organisation.name_key", type: "text", text: "organisation.name_key" },
};

export class PgUseCaseCatalogue implements UseCaseCatalogue {
  async page(ctx: Context, query: UseCaseQuery): Promise<UseCasePage> {
    const filter = filterOf(query);
    const page = pageOf(query, filter);
    const rows = await rowsOf<UseCaseRow & { sort_key: string }>(ctx, page.sql, page.values);
    const [total] = await rowsOf<{ total: number }>(
      ctx,
      `SELECT count(*)::integer AS total FROM use_case ${filter.where}`,
      filter.values,
    );
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

  async converging(ctx: Context): Promise<readonly AiUseCase[]> {
    const sql = `SELECT ${COLUMNS} FROM use_case WHERE convergence IS NOT NULL ORDER BY name_key, id`;
    return (await rowsOf<UseCaseRow>(ctx, sql)).map(useCaseFromRow);
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

interface Filter {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** Only the conditions that are asked for, so that the planner sees what there is. */
function filterOf(query: UseCaseQuery): Filter {
  const values: unknown[] = [];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const conditions: string[] = [];
  const words = wordsOf(query.search);
  if (words.length > 0) conditions.push(`use_case.id IN (SELECT use_case_matching(${given(words)}::text[]))`);
  else if (query.search.trim() !== "") conditions.push("false");
  if (query.states.length > 0) conditions.push(`use_case.state = ANY (${given(query.states)}::text[])`);
  if (query.organisationId !== null)
    conditions.push(`use_case.organisation_id IN
      (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${given(uuidOrNull(query.organisationId))})`);
  return { where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

function pageOf(query: UseCaseQuery, filter: Filter): { readonly sql: string; readonly values: readonly unknown[] } {
  const values = [...filter.values];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const key = SORT_KEYS[query.sort];
  const [order, beyond] = query.descending ? ["DESC", "<"] : ["ASC", ">"];
  const conditions = filter.where === "" ? [] : [filter.where.slice("WHERE ".length)];
  if (query.after !== null) {
    const [afterKey, afterId] = decodeCursor(query.after, 2);
    conditions.push(
      `(${key.column}, use_case.id) ${beyond} (${given(afterKey)}::${key.type}, ${given(uuidOrNull(String(afterId)))}::uuid)`,
    );
  }
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const from =
    query.sort === "organisation" ? "use_case JOIN organisation ON organisation.id = organisation_id" : "use_case";
  const sql = `SELECT ${COLUMNS}, ${key.text} AS sort_key FROM ${from} ${where}
    ORDER BY ${key.column} ${order}, use_case.id ${order} LIMIT ${given(query.first + 1)}`;
  return { sql, values };
}
