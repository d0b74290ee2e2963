import pg from "pg";
import type { DataSource } from "typeorm";
import type * as Actors from "../../src/kernel/actor.ts";
import type * as Clocks from "../../src/kernel/clock.ts";
import type * as Ids from "../../src/kernel/id-source.ts";
import type * as Reads from "../../src/platform/database/pg-transactions.ts";
import { compiled } from "../figure.ts";
import { DIRECTION, MINISTRY } from "./synthetic-registry.ts";

export type Actor = Actors.Actor;
export type Transactions = InstanceType<typeof Reads.PgTransactions>;

export const PAGE = 50;
export const DEPTHS = [0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];

export const person = (organisationId: string, role: "auditor" | "validator" | "declarant"): Actor => ({
  kind: "person",
  id: "01900005-0000-7000-8000-000000000001",
  name: "Banc",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});

/** Of the whole State, of a ministry, and of a direction. */
export const READERS: readonly Actor[] = [
  person(MINISTRY, "auditor"),
  person(MINISTRY, "validator"),
  person(DIRECTION, "validator"),
];

export async function transactionsOn(dataSource: DataSource): Promise<Transactions> {
  const { PgTransactions } = await compiled<typeof Reads>("platform/database/pg-transactions.js");
  const { systemClock } = await compiled<typeof Clocks>("kernel/clock.js");
  const { systemIds } = await compiled<typeof Ids>("kernel/id-source.js");
  return new PgTransactions(dataSource, systemClock, systemIds);
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Statements that this process sends to PostgreSQL while `work` runs, heard where they go to a connection. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Query.prototype as unknown as { submit: (...args: unknown[]) => unknown };
  const original = prototype.submit;
  let count = 0;
  prototype.submit = function counted(this: unknown, ...args: unknown[]) {
    count += 1;
    return original.apply(this, args);
  };
  await work();
  prototype.submit = original;
  return count;
}
