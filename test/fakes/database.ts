import { afterAll, beforeAll, inject } from "vitest";
import type { Actor } from "../../control-plane/src/kernel/actor.js";
import { systemClock } from "../../control-plane/src/kernel/clock.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { createDataSource } from "../../control-plane/src/platform/database/data-source.js";
import { PgTransactions } from "../../control-plane/src/platform/database/pg-transactions.js";
import { createTestDatabase, type TestDatabase } from "./postgres.js";

/** What a spec reaches a database by; filled before the first test of the file. */
export interface DatabaseHandle {
  readonly urls: TestDatabase;
  readonly dataSource: ReturnType<typeof createDataSource>;
  readonly transactions: PgTransactions;
  /** Work in a committed transaction of this actor, through the application role. */
  write<T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T>;
}

/** Call at the top of an integration spec: an own database for this file, dropped after it. */
export function useDatabase(): DatabaseHandle {
  const handle = {} as {
    urls: TestDatabase;
    dataSource: ReturnType<typeof createDataSource>;
    transactions: PgTransactions;
  };
  beforeAll(async () => {
    handle.urls = await createTestDatabase(inject("postgresPort"));
    handle.dataSource = createDataSource({ url: handle.urls.appUrl, poolSize: 5, onPoolError: () => undefined });
    await handle.dataSource.initialize();
    handle.transactions = new PgTransactions(handle.dataSource, systemClock, systemIds);
  });
  afterAll(async () => {
    await handle.dataSource?.destroy();
    await handle.urls?.drop();
  });
  return Object.assign(handle, {
    write: <T>(actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
      handle.transactions.write(actor, "test", async (ctx) => ({ commit: true, value: await work(ctx) })),
  });
}
