import { fold } from "../../../../kernel/fold.js";
import type { Context } from "../../../../kernel/use-case.js";
import { wordsOf } from "../../../../kernel/words.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { DeskRecord } from "../../../domain/desk/desk-record.js";
import type { DeskQuery, DeskStore } from "../../../ports/desk/desk-store.port.js";
import { columnOf, type DeskTable } from "./desk-table.js";

/** Terms sort as texts; what has none stands after every day. */
const DUE = `coalesce(due_key, '~')`;

/** Records of one kind in one table, by what the table says of its fields. */
export class PgDeskStore<Kind extends DeskRecord> implements DeskStore<Kind> {
  private readonly fields: readonly (keyof Kind & string)[];
  private readonly select: string;

  constructor(private readonly table: DeskTable<Kind>) {
    this.fields = Object.keys(table.fields) as (keyof Kind & string)[];
    const shown = this.fields.map((field) => {
      const column = table.fields[field] === "day" ? `${columnOf(field)}::text` : columnOf(field);
      return `${column} AS "${field}"`;
    });
    this.select = `SELECT ${shown.join(", ")} FROM ${table.name}`;
  }

  async find(ctx: Context, id: string): Promise<Kind | null> {
    return (await this.rows(ctx, `${this.select} WHERE id = $1`, [uuidOrNull(id)]))[0] ?? null;
  }

  async insert(ctx: Context, record: Kind): Promise<boolean> {
    const columns = [...this.fields.map(columnOf), "search_key", "due_key"];
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    const sql = `INSERT INTO ${this.table.name} (${columns.join(", ")}) VALUES (${places}) ON CONFLICT DO NOTHING`;
    return (await countOf(ctx, sql, this.valuesOf(record))) === 1;
  }

  async update(ctx: Context, record: Kind): Promise<boolean> {
    const columns = [...this.fields.map(columnOf), "search_key", "due_key"];
    const assignments = columns.map((column, index) => `${column} = $${index + 1}`).join(", ");
    const place = (column: string): string => `$${columns.indexOf(column) + 1}`;
    const sql = `UPDATE ${this.table.name} SET ${assignments}
      WHERE id = ${place("id")} AND version = ${place("version")}::integer - 1`;
    return (await countOf(ctx, sql, this.valuesOf(record))) === 1;
  }

  page(ctx: Context, query: DeskQuery): Promise<readonly Kind[]> {
    const values: unknown[] = [];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [...this.conditions(query, given), ...this.afterCursor(query, given)];
    const order = query.sort === "due" ? `${DUE}, id` : "id DESC";
    const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
    return this.rows(ctx, `${this.select} ${where} ORDER BY ${order} LIMIT ${given(query.first + 1)}`, values);
  }

  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    return this.rows(ctx, `${this.select} WHERE use_case_id = ANY ($1) ORDER BY id DESC`, [uuidsOf(useCaseIds)]);
  }

  private conditions(query: DeskQuery, given: (value: unknown) => string): readonly string[] {
    const { organisationId, useCaseId, states, search, rule } = query;
    const conditions: string[] = [];
    if (organisationId !== null)
      conditions.push(`organisation_id IN ${organisationsBelow(given(uuidOrNull(organisationId)))}`);
    if (useCaseId !== null) conditions.push(`use_case_id = ${given(uuidOrNull(useCaseId))}`);
    if (states.length > 0) conditions.push(`state = ANY (${given(states)}::text[])`);
    if (rule !== null && this.table.rule === "rule") conditions.push(`rule = ${given(rule)}`);
    if (rule !== null && this.table.rule === "rules") conditions.push(`rules @> ${given([rule])}::text[]`);
    if (search.trim() !== "") conditions.push(matching(wordsOf(search), given));
    return conditions;
  }

  /** The cursor is an id; what the list is sorted by is asked of the row itself. */
  private afterCursor({ sort, after }: DeskQuery, given: (value: unknown) => string): readonly string[] {
    if (after === null) return [];
    const id = given(uuidOrNull(after));
    if (sort === "newest") return [`id < ${id}`];
    return [`(${DUE}, id) > (SELECT ${DUE}, id FROM ${this.table.name} WHERE id = ${id})`];
  }

  private async rows(ctx: Context, sql: string, parameters: readonly unknown[]): Promise<Kind[]> {
    const rows = await rowsOf<Kind>(ctx, sql, parameters);
    return this.table.instants.length === 0 ? rows : rows.map((row) => withInstants(row, this.table.instants));
  }

  private valuesOf(record: Kind): readonly unknown[] {
    const { words, due } = this.table.listed;
    const stored = this.fields.map((field) => {
      const value = record[field];
      return this.table.fields[field] === "json" && value !== null ? JSON.stringify(value) : value;
    });
    return [...stored, fold(words.map((field) => String(record[field] ?? "")).join(" ")), due(record)];
  }
}

/** A search without a single letter or digit finds nothing. */
const matching = (words: readonly string[], given: (value: unknown) => string): string =>
  words.length === 0 ? "false" : `search_key LIKE ALL (${given(words.map((word) => `%${word}%`))}::text[])`;

interface Dated {
  readonly at: string;
}
const revived = (dated: Dated): object => ({ ...dated, at: new Date(dated.at) });

/** JSON keeps an instant as a text. */
function withInstants<Kind extends DeskRecord>(row: Kind, fields: readonly (keyof Kind & string)[]): Kind {
  const changed = fields.map((field) => {
    const value = row[field] as Dated | readonly Dated[] | null;
    if (value === null) return [field, null];
    return [field, Array.isArray(value) ? (value as readonly Dated[]).map(revived) : revived(value as Dated)];
  });
  return { ...row, ...(Object.fromEntries(changed) as Partial<Kind>) };
}
