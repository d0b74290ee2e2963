import type { Context } from "../../kernel/use-case.js";
import { countOf, rowsOf } from "./pg-transaction.js";
import { uuidOrNull, uuidsOf } from "./uuid.js";

/**
 * `value` for what PostgreSQL tells as the domain has it; `json` for objects and lists of objects, `dated` for those whose
 * `at` is an instant; `day` for ISO days; `number` for bigint and numeric, which arrive as text.
 */
export type ColumnKind = "value" | "json" | "dated" | "day" | "number";

interface Column {
  readonly column: string;
  readonly kind: ColumnKind;
}

/** Columns that make one object beside others; null where the first of them is. */
interface Group {
  readonly group: Readonly<Record<string, ColumnKind | Column>>;
}

type Stored<Value> = ColumnKind | Column | (NonNullable<Value> extends object ? GroupOf<NonNullable<Value>> : never);
interface GroupOf<Value> {
  readonly group: Readonly<Record<keyof Value & string, ColumnKind | Column>>;
}

/** What each field of a record is stored as. A field's column has its name in snake case unless said otherwise. */
export type Fields<Kind> = { readonly [Field in keyof Kind & string]-?: Stored<Kind[Field]> };

const kinds =
  <Kind extends ColumnKind>(kind: Kind) =>
  <const Names extends readonly string[]>(...fields: Names): Record<Names[number], Kind> =>
    Object.fromEntries(fields.map((field) => [field, kind])) as Record<Names[number], Kind>;

export const values = kinds("value");
export const json = kinds("json");
export const days = kinds("day");
export const numbers = kinds("number");
export const dated = kinds("dated");
/** A field whose column has another name. */
export const column = (name: string, kind: ColumnKind = "value"): Column => ({ column: name, kind });
export const group = <const Of extends Group["group"]>(of: Of): { readonly group: Of } => ({ group: of });

/** `heldOn` → `held_on`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Place extends Column {
  readonly field: string;
  /** Name in the object that `field` is. */
  readonly inner: string | null;
}

type Row = Record<string, unknown>;
type Beside = Readonly<Record<string, unknown>>;

/** A table as data: reads and writes records of one kind by what is said of their fields. */
export class Table<Kind extends object> {
  private readonly places: readonly Place[];
  private readonly groups: readonly string[];
  private readonly revived: readonly string[];

  /** @param derived columns that are written from the record with every change, and never read */
  constructor(
    readonly name: string,
    fields: Fields<Kind>,
    private readonly derived: Readonly<Record<string, (record: Kind) => unknown>> = {},
  ) {
    const entries = Object.entries(fields as Readonly<Record<string, ColumnKind | Column | Group>>);
    this.places = entries.flatMap(([field, stored]) =>
      typeof stored === "object" && "group" in stored
        ? Object.entries(stored.group).map(([inner, each]) => placeOf(field, inner, each))
        : [placeOf(field, null, stored)],
    );
    this.groups = entries.filter(([, stored]) => typeof stored === "object" && "group" in stored).map(([name]) => name);
    this.revived = this.places.filter(({ kind }) => kind === "dated").map(({ field }) => field);
  }

  /** What a statement selects or returns for `rows`. @param of the table, where another has columns of these names */
  columns(of = ""): string {
    const prefix = of === "" ? "" : `${of}.`;
    return this.places
      .map(({ field, inner, column: name, kind }) => {
        const read = kind === "day" ? "::text" : kind === "number" ? "::double precision" : "";
        return `${prefix}${name}${read} AS "${inner === null ? field : `${field}.${inner}`}"`;
      })
      .join(", ");
  }

  /** Records of a statement that answers `columns`; what else it answers stays beside them. */
  async rows<More extends object = object>(ctx: Context, sql: string, given: readonly unknown[] = []) {
    const rows = await rowsOf<Row>(ctx, sql, given);
    const bare = this.groups.length === 0 && this.revived.length === 0;
    return (bare ? rows : rows.map((row) => this.recordOf(row))) as (Kind & More)[];
  }

  /** @param rest of the statement after the table's name */
  select(ctx: Context, rest = "", given: readonly unknown[] = []): Promise<Kind[]> {
    return this.rows(ctx, `SELECT ${this.columns(this.name)} FROM ${this.name} ${rest}`, given);
  }

  async first(ctx: Context, rest: string, given: readonly unknown[] = []): Promise<Kind | null> {
    return (await this.select(ctx, rest, given))[0] ?? null;
  }

  find(ctx: Context, id: string): Promise<Kind | null> {
    return this.first(ctx, `WHERE id = $1`, [uuidOrNull(id)]);
  }

  /** @param key column of ids @param order by which, the id by default */
  of(ctx: Context, key: string, ids: readonly string[], order = "id"): Promise<Kind[]> {
    return this.select(ctx, `WHERE ${key} = ANY ($1) ORDER BY ${order}`, [uuidsOf(ids)]);
  }

  /** @param beside columns that are written at creation alone */
  async insert(ctx: Context, record: Kind, beside: Beside = {}): Promise<void> {
    await this.write(ctx, record, beside, "");
  }

  /** False where a row of the same key, or of the same name, is there already. */
  async insertNew(ctx: Context, record: Kind, beside: Beside = {}): Promise<boolean> {
    return (await this.write(ctx, record, beside, "ON CONFLICT DO NOTHING")) === 1;
  }

  /**
   * Inserts, or writes anew the row of the same key, which keeps its id; the row as it stands then.
   * @param key columns that are unique together @param kept columns that are written at creation alone
   */
  async save(ctx: Context, record: Kind, key: readonly string[] = ["id"], kept: readonly string[] = []): Promise<Kind> {
    const all = this.stored(record);
    const changed = Object.keys(all).filter((name) => ![...key, ...kept, "id"].includes(name));
    const assigned = changed.map((name) => `${name} = excluded.${name}`).join(", ");
    const sql = `${this.insertion(all)} ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${assigned} RETURNING ${this.columns(this.name)}`;
    const [saved] = await this.rows(ctx, sql, Object.values(all));
    if (saved === undefined) throw new Error(`a save answers its row: ${this.name}`);
    return saved;
  }

  async insertAll(ctx: Context, records: readonly Kind[]): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map((record) => this.document(record));
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    const sql = `INSERT INTO ${this.name} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${this.name}, $1::jsonb)`;
    await countOf(ctx, sql, [JSON.stringify(rows)]);
  }

  /**
   * Writes the record over the version before it; false where that one does not stand any more.
   * @param only fields that change, all by default
   */
  async update(ctx: Context, record: Kind, only?: readonly (keyof Kind & string)[]): Promise<boolean> {
    const all = this.stored(record);
    const written = this.places.filter(({ field }) => only?.some((each) => each === field) ?? true);
    const names = [...written.map((place) => place.column), ...Object.keys(this.derived)];
    const assigned = names.map((name, index) => `${name} = $${index + 3}`).join(", ");
    const sql = `UPDATE ${this.name} SET ${assigned} WHERE id = $1 AND version = $2::integer - 1`;
    const given = [all["id"], all["version"], ...names.map((name) => all[name])];
    return (await countOf(ctx, sql, given)) === 1;
  }

  /** Values by column, as `jsonb_populate_recordset` and its kin read them. */
  document(record: Kind): Row {
    return this.stored(record, false);
  }

  private write(ctx: Context, record: Kind, beside: Beside, conflict: string): Promise<number> {
    const all = { ...this.stored(record), ...beside };
    return countOf(ctx, `${this.insertion(all)} ${conflict}`, Object.values(all));
  }

  private insertion(all: Row): string {
    const places = Object.keys(all).map((_, index) => `$${index + 1}`);
    return `INSERT INTO ${this.name} (${Object.keys(all).join(", ")}) VALUES (${places.join(", ")})`;
  }

  /** Values by column. @param text JSON as a text, as a parameter of a statement is */
  private stored(record: Kind, text = true): Row {
    const row: Row = {};
    for (const { field, inner, column: name, kind } of this.places) {
      const outer = (record as Row)[field];
      const value = inner === null ? outer : ((outer as Row | null)?.[inner] ?? null);
      row[name] = text && (kind === "json" || kind === "dated") && value !== null ? JSON.stringify(value) : value;
    }
    for (const [name, derive] of Object.entries(this.derived)) row[name] = derive(record);
    return row;
  }

  private recordOf(row: Row): Row {
    const record: Row = {};
    for (const [name, value] of Object.entries(row)) if (!name.includes(".")) record[name] = value;
    for (const field of this.groups) {
      const inner = this.places.filter((place) => place.field === field).map((place) => String(place.inner));
      const told = inner.map((name) => [name, row[`${field}.${name}`]] as const);
      record[field] = told[0]?.[1] === null ? null : Object.fromEntries(told);
    }
    for (const field of this.revived) record[field] = withInstants(record[field]);
    return record;
  }
}

function placeOf(field: string, inner: string | null, stored: ColumnKind | Column | Group): Place {
  if (typeof stored === "string") return { field, inner, column: columnOf(inner ?? field), kind: stored };
  if ("column" in stored) return { field, inner, ...stored };
  throw new Error(`${field}: a group holds columns, not groups`);
}

/** JSON keeps an instant as a text. */
function withInstants(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(withInstants);
  return typeof told === "object" && told !== null && "at" in told ? { ...told, at: new Date(String(told.at)) } : told;
}
