import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { decodeCursor, encodeCursor } from "../../../platform/graphql/cursor.js";
import { ORGANISATIONS } from "../../../tenancy/reads/organisations.js";
import type { Dependency } from "../../domain/dependency.js";
import { vendorKey } from "../../domain/consolidation/consolidation-input.js";
import type { Roadmap } from "../../domain/roadmap.js";
import type {
  DependencyQuery,
  DependencyRow,
  DependencySortField,
  Page,
  RoadmapCatalogue,
  RoadmapQuery,
} from "../../ports/roadmap-catalogue.port.js";
import { ROADMAPS } from "./roadmap-tables.js";

/** Each key is text that sorts as its field does, so that one cursor fits them all; nothing comes last. */
const SORT_KEYS: Readonly<Record<DependencySortField, string>> = {
  annual_cost: `lpad(line.annual_cost_euros::text, 15, '0')`,
  renewal_date: `coalesce(line.renewal_date, '9999')`,
  vendor: `socle_fold(line.vendor)`,
  product: `socle_fold(line.product)`,
};

const LISTED = `FROM roadmap JOIN ${ORGANISATIONS} organisation ON organisation.id = roadmap.organisation_id
  WHERE ($1::integer IS NULL OR roadmap.year = $1) AND (cardinality($2::text[]) = 0 OR roadmap.state = ANY ($2))`;
const ROADMAP_KEY = `lpad((9999 - roadmap.year)::text, 4, '0') || socle_fold(organisation.name)`;

const DEPENDENCIES = `FROM roadmap_dependency AS line JOIN roadmap ON roadmap.id = line.roadmap_id
  WHERE ($1 = '' OR strpos(line.searched, $1) > 0)
    AND (cardinality($2::text[]) = 0 OR line.domain = ANY ($2))
    AND ($3::integer IS NULL OR roadmap.year = $3)`;

interface LineRow {
  readonly id: string;
  readonly roadmap_id: string;
  readonly organisation_id: string;
  readonly content: Dependency;
  readonly sort_key: string;
}

export class PgRoadmapCatalogue implements RoadmapCatalogue {
  async roadmaps(ctx: Context, { year, states, first, after }: RoadmapQuery): Promise<Page<Roadmap>> {
    const filter = [year, states];
    const rows = await ROADMAPS.rows<{ readonly sort_key: string }>(
      ctx,
      `SELECT ${ROADMAPS.columns("roadmap")}, ${ROADMAP_KEY} AS sort_key
       ${LISTED} ${keyset(ROADMAP_KEY, "roadmap.id", filter.length, false)}`,
      [...filter, ...cursorOf(after), first + 1],
    );
    return pageOf(rows, first, await total(ctx, LISTED, filter), ({ sort_key: _, ...roadmap }) => roadmap);
  }

  async dependencies(ctx: Context, query: DependencyQuery): Promise<Page<DependencyRow>> {
    const { search, domains, year, sort, descending, first, after } = query;
    const filter = [vendorKey(search), domains, year];
    const key = SORT_KEYS[sort];
    const rows = await rowsOf<LineRow>(
      ctx,
      `SELECT line.id, line.roadmap_id, line.organisation_id, line.content, ${key} AS sort_key
       ${DEPENDENCIES} ${keyset(key, "line.id", filter.length, descending)}`,
      [...filter, ...cursorOf(after), first + 1],
    );
    return pageOf(rows, first, await total(ctx, DEPENDENCIES, filter), (row) => ({
      roadmapId: row.roadmap_id,
      organisationId: row.organisation_id,
      dependency: row.content,
    }));
  }
}

const cursorOf = (after: string | null): readonly (string | number | null)[] =>
  after === null ? [null, null] : decodeCursor(after, 2);

function keyset(key: string, id: string, filters: number, descending: boolean): string {
  const [order, beyond] = descending ? ["DESC", "<"] : ["ASC", ">"];
  const [text, uuid] = [`(${key}) COLLATE "C"`, `${id}::text COLLATE "C"`];
  const [afterKey, afterId, limit] = [filters + 1, filters + 2, filters + 3].map((place) => `$${String(place)}`);
  return `AND (${afterKey}::text IS NULL OR (${text}, ${uuid}) ${beyond} (${afterKey}, ${afterId}))
    ORDER BY ${text} ${order}, ${uuid} ${order} LIMIT ${limit}`;
}

async function total(ctx: Context, from: string, filter: readonly unknown[]): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(ctx, `SELECT count(*)::integer AS total ${from}`, filter);
  return row?.total ?? 0;
}

const pageOf = <Row extends { readonly id: string; readonly sort_key: string }, Value>(
  rows: readonly Row[],
  first: number,
  totalCount: number,
  valueOf: (row: Row) => Value,
): Page<Value> => ({
  rows: rows.slice(0, first).map((row) => ({ cursor: encodeCursor([row.sort_key, row.id]), row: valueOf(row) })),
  hasNextPage: rows.length > first,
  totalCount,
});
