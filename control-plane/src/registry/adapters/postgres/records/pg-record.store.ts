import type { Context } from "../../../../kernel/use-case.js";
import { wordsOf } from "../../../../kernel/words.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidOrNull, uuidsOf } from "../../../../platform/database/uuid.js";
import { organisationsBelow } from "../../../../tenancy/reads/organisations.js";
import type { OfUseCase, Stored } from "../../../domain/stored.js";
import type { RecordQuery, RecordStore, UseCaseRecordStore } from "../../../ports/record-store.port.js";
import { columnOf, type RecordTable } from "./record-table.js";

/** Records of one kind in one table, by what the table says of its fields. */
export class PgRecordStore<Kind extends Stored> implements RecordStore<Kind> {
  protected readonly select: string;
  private readonly fields: readonly (keyof Kind & string)[];

  constructor(protected readonly table: RecordTable<Kind>) {
    this.fields = Object.keys(table.fields) as (keyof Kind & string)[];
    const shown = this.fields.map((field) => {
      const column = table.fields[field] === "day" ? `${columnOf(field)}::text` : columnOf(field);
      return `${column} AS "${field}"`;
    });
    this.select = `SELECT ${shown.join(", ")} FROM ${table.name}`;
  }

  async find(ctx: Context, id: string): Promise<Kind | null> {
    return (await rowsOf<Kind>(ctx, `${this.select} WHERE id = $1`, [uuidOrNull(id)]))[0] ?? null;
  }

  async insert(ctx: Context, record: Kind): Promise<boolean> {
    const columns = this.fields.map(columnOf).join(", ");
    const places = this.fields.map((_, index) => `$${index + 1}`).join(", ");
    const sql = `INSERT INTO ${this.table.name} (${columns}) VALUES (${places}) ON CONFLICT DO NOTHING`;
    return (await countOf(ctx, sql, this.valuesOf(record))) === 1;
  }

  async update(ctx: Context, record: Kind): Promise<boolean> {
    const assignments = this.fields.map((field, index) => `${columnOf(field)} = $${index + 1}`).join(", ");
    const place = (field: string): string => `$${this.fields.findIndex((each) => each === field) + 1}`;
    const sql = `UPDATE ${this.table.name} SET ${assignments}
      WHERE id = ${place("id")} AND version = ${place("version")}::integer - 1`;
    return (await countOf(ctx, sql, this.valuesOf(record))) === 1;
  }

  page(ctx: Context, { organisationId, states, search, first, after }: RecordQuery): Promise<readonly Kind[]> {
    const values: unknown[] = [];
    const given = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ["true"];
    if (after !== null) conditions.push(`id < ${given(uuidOrNull(after))}`);
    if (organisationId !== null)
      conditions.push(`organisation_id IN ${organisationsBelow(given(uuidOrNull(organisationId)))}`);
    if (states.length > 0) conditions.push(`state = ANY (${given(states)}::text[])`);
    if (search.trim() !== "") conditions.push(this.matching(given(wordsOf(search).map((word) => `%${word}%`))));
    const sql = `${this.select} WHERE ${conditions.join(" AND ")} ORDER BY id DESC LIMIT ${given(first + 1)}`;
    return rowsOf<Kind>(ctx, sql, values);
  }

  /** A search without a single letter or digit finds nothing. */
  private matching(patterns: string): string {
    const text = (this.table.searched ?? []).map(columnOf).join(", ");
    return `(cardinality(${patterns}::text[]) > 0 AND socle_fold(concat_ws(' ', ${text})) LIKE ALL (${patterns}::text[]))`;
  }

  all(ctx: Context): Promise<readonly Kind[]> {
    return rowsOf<Kind>(ctx, `${this.select} ORDER BY id`);
  }

  private valuesOf(record: Kind): readonly unknown[] {
    return this.fields.map((field) => {
      const value = record[field];
      return this.table.fields[field] === "json" && value !== null ? JSON.stringify(value) : value;
    });
  }
}

export class PgUseCaseRecordStore<Kind extends OfUseCase>
  extends PgRecordStore<Kind>
  implements UseCaseRecordStore<Kind>
{
  ofUseCases(ctx: Context, useCaseIds: readonly string[]): Promise<readonly Kind[]> {
    return rowsOf<Kind>(ctx, `${this.select} WHERE use_case_id = ANY ($1) ORDER BY id`, [uuidsOf(useCaseIds)]);
  }
}
