import type { QueryRunner } from "typeorm";
import type { Context, Transaction } from "../../kernel/use-case.js";

/** A running PostgreSQL transaction, already scoped to its actor. */
export class PgTransaction implements Transaction {
  constructor(
    readonly id: string,
    readonly queryRunner: QueryRunner,
  ) {}
}

function transactionOf(ctx: Context): PgTransaction {
  if (ctx.tx instanceof PgTransaction) return ctx.tx;
  throw new Error("This repository needs a PostgreSQL transaction; the context holds another kind.");
}

/** Rows of one parameterised statement, also for UPDATE or DELETE with RETURNING. bigint and numeric arrive as text. */
export async function rowsOf<Row>(ctx: Context, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const result = await transactionOf(ctx).queryRunner.query(sql, [...parameters], true);
  return (result.records ?? []) as Row[];
}

/** Number of rows that one parameterised statement wrote. */
export async function countOf(ctx: Context, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  const result = await transactionOf(ctx).queryRunner.query(sql, [...parameters], true);
  return result.affected ?? 0;
}
