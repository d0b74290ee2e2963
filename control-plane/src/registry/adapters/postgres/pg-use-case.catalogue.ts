import type { Context } from "../../../kernel/use-case.js";
import { wordsOf } from "../../../kernel/words.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../platform/database/uuid.js";
import { decodeCursor, encodeCursor } from "../../../platform/graphql/cursor.js";
import { ANCESTRIES, ORGANISATIONS, organisationsBelow } from "../../../tenancy/reads/organisations.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { RUNNING_STATES } from "../../domain/life-cycle.js";
import type {
  DueQuery,
  UseCaseCatalogue,
  UseCasePage,
  UseCaseQuery,
  UseCaseSortField,
} from "../../ports/use-case-catalogue.port.js";
import { USE_CASES } from "./use-case.table.js";

interface SortKey {
  /** A stored column, since an index under row-level security is reached by nothing else. */
  readonly column: string;
  readonly type: string;
  /** The key, called `k`, as text that reads back as itself. */
  readonly text: string;
}

const SORT_KEYS: Readonly<Record<UseCaseSortField, SortKey>> = {
  name: { column: "use_case.name_key", type: "text", text: "k" },
  state: { column: "use_case.state_key", type: "smallint", text: "k::text" },
  declared_at: {
    column: "use_case.declared_at",
    type: "timestamptz",
    text: `to_char(k AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  },
  organisation: { column: "organisation.name_key", type: "text", text: "k" },
};

/** Comes before every id. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

export class PgUseCaseCatalogue implements UseCaseCatalogue {
  async page(ctx: Context, query: UseCaseQuery): Promise<UseCasePage> {
    const filter = filterOf(query);
    const page = pageOf(query, filter);
    const found = await USE_CASES.rows<{ sortKey: string; total: number }>(ctx, page.sql, page.values);
    // A total comes alone, without an id, where no row is.
    const rows = found.filter(({ id }) => (id as string | null) !== null);
    return {
      rows: rows.slice(0, query.first).map(({ sortKey, total: _, ...useCase }) => ({
        cursor: encodeCursor([sortKey, useCase.id]),
        useCase,
      })),
      hasNextPage: rows.length > query.first,
      totalCount: found[0]?.total ?? 0,
    };
  }

  findMany = (ctx: Context, ids: readonly string[]): Promise<readonly AiUseCase[]> => USE_CASES.of(ctx, "id", ids);
  converging = (ctx: Context): Promise<readonly AiUseCase[]> =>
    USE_CASES.select(ctx, "WHERE convergence IS NOT NULL ORDER BY name_key, id");

  dueForEvaluation(ctx: Context, { by, organisationId, first, after }: DueQuery): Promise<readonly AiUseCase[]> {
    const due = `(dossier ->> 'evaluationDueOn') COLLATE "C"`;
    const rest = `WHERE state = ANY ($1::text[]) AND ${due} <= $2
      AND ($3::uuid IS NULL OR organisation_id IN ${organisationsBelow("$3")})
      AND (${due}, id) > ($4, $5::uuid) ORDER BY ${due}, id LIMIT $6`;
    const below = organisationId === null ? null : (uuidOrNull(organisationId) ?? NO_ID);
    const values = [
      RUNNING_STATES,
      by ?? "9999-12-31",
      below,
      after?.dueOn ?? "",
      uuidOrNull(after?.id ?? "") ?? NO_ID,
    ];
    return USE_CASES.select(ctx, rest, [...values, first + 1]);
  }

  async countByOrganisation(ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await rowsOf<{ id: string; total: number }>(
      ctx,
      `SELECT ancestor_id AS id, count(*)::integer AS total
       FROM ${ANCESTRIES} closure JOIN use_case ON use_case.organisation_id = descendant_id
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
    conditions.push(`use_case.organisation_id IN ${organisationsBelow(given(uuidOrNull(query.organisationId)))}`);
  return { where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

/**
 * One statement for the page and the total. Ids and keys are found first, from indexes alone where they suffice; a
 * search is made once for both.
 */
function pageOf(query: UseCaseQuery, filter: Filter): { readonly sql: string; readonly values: readonly unknown[] } {
  const values = [...filter.values];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const key = SORT_KEYS[query.sort];
  const [order, beyond] = query.descending ? ["DESC", "<"] : ["ASC", ">"];
  const from =
    query.sort === "organisation"
      ? `use_case JOIN ${ORGANISATIONS} organisation ON organisation.id = organisation_id`
      : "use_case";
  const found = `SELECT use_case.id, ${key.column} AS k FROM ${from} ${filter.where}`;
  const isSearch = query.search.trim() !== "";
  const after = query.after === null ? null : decodeCursor(query.after, 2);
  const beyondLast = (column: string, id: string): string =>
    after === null
      ? "true"
      : `(${column}, ${id}) ${beyond} (${given(after[0])}::${key.type}, ${given(uuidOrNull(String(after[1])))}::uuid)`;
  const joined = filter.where === "" ? "WHERE" : "AND";
  const page = isSearch
    ? `SELECT * FROM found WHERE ${beyondLast("k", "id")} ORDER BY k ${order}, id ${order} LIMIT ${given(query.first + 1)}`
    : `${found} ${joined} ${beyondLast(key.column, "use_case.id")}
       ORDER BY ${key.column} ${order}, use_case.id ${order} LIMIT ${given(query.first + 1)}`;
  const sql = `WITH ${isSearch ? `found AS MATERIALIZED (${found}),` : ""}
    total AS (SELECT count(*)::integer AS total FROM ${isSearch ? "found" : `use_case ${filter.where}`}),
    page AS (${page})
    SELECT total, ${USE_CASES.columns("use_case")}, ${key.text} AS "sortKey"
    FROM total LEFT JOIN page ON true LEFT JOIN use_case ON use_case.id = page.id
    ORDER BY page.k ${order}, page.id ${order}`;
  return { sql, values };
}
