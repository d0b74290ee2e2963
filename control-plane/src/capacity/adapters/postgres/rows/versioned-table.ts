import type { Context } from "../../../../kernel/use-case.js";
import { countOf } from "../../../../platform/database/pg-transaction.js";

/** Statements on a table whose rows carry `id`, first, and `version`. */
export class VersionedTable {
  private readonly insertSql: string;
  private readonly updateSql: string;

  /** @param beside columns that are written at creation only, after the others */
  constructor(table: string, columns: readonly string[], beside: readonly string[]) {
    const all = [...columns, ...beside];
    const place = (index: number): string => `$${index + 1}`;
    this.insertSql = `INSERT INTO ${table} (${all.join(", ")}) VALUES (${all.map((_, index) => place(index)).join(", ")})
      ON CONFLICT DO NOTHING`;
    const assigned = columns.map((column, index) => `${column} = ${place(index)}`).join(", ");
    const version = place(columns.indexOf("version"));
    this.updateSql = `UPDATE ${table} SET ${assigned} WHERE id = $1 AND version = ${version}::integer - 1`;
  }

  /** False when somebody wrote a row of the same key, or of the same name, a moment before. */
  async insert(ctx: Context, values: readonly unknown[]): Promise<boolean> {
    return (await countOf(ctx, this.insertSql, values)) === 1;
  }

  /** False when the version before this one does not stand any more. */
  async update(ctx: Context, values: readonly unknown[]): Promise<boolean> {
    return (await countOf(ctx, this.updateSql, values)) === 1;
  }
}
