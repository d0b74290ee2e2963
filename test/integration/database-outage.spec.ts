import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemClock } from "../../control-plane/src/kernel/clock.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import type { Context } from "../../control-plane/src/kernel/use-case.js";
import { createDataSource } from "../../control-plane/src/platform/database/data-source.js";
import { PgTransactions } from "../../control-plane/src/platform/database/pg-transactions.js";
import { plantTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { createTestDatabase, startTestServer, type TestServer } from "../fakes/postgres.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

let server: TestServer;
let socle: TestControlPlane;
let operator: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  const { appUrl } = await createTestDatabase(server.port);
  const dataSource = await createDataSource({ url: appUrl, poolSize: 2, onPoolError: () => undefined }).initialize();
  const transactions = new PgTransactions(dataSource, systemClock, systemIds);
  const write = <T>(actor: ReturnType<typeof systemActor>, work: (ctx: Context) => Promise<T>): Promise<T> =>
    transactions.write(actor, "test", async (ctx) => ({ commit: true, value: await work(ctx) }));
  const database = { write: write };
  const tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: appUrl });
  operator = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
  await dataSource.destroy();
});
afterAll(async () => {
  await socle?.stop();
  await server?.stop();
});

const readyz = (): Promise<Response> => fetch(`${socle.origin}/readyz`);
const organisations = (): Promise<{ status: number; errors?: readonly { extensions?: { code?: string } }[] }> =>
  operator.graphql("{ organisations { slug } }");

describe("PostgreSQL killed and brought back", () => {
  it("is a 503 with a code while it is away, and is over without a restart", async () => {
    expect((await organisations()).status).toBe(200);
    await server.kill();
    const away = await organisations();
    expect([away.status, away.errors?.[0]?.extensions?.code]).toEqual([503, "database.unavailable"]);
    const notReady = await readyz();
    expect([notReady.status, await notReady.json()]).toMatchObject([503, { ready: false, database: "unavailable" }]);
    expect((await fetch(`${socle.origin}/healthz`)).status).toBe(200);
    await server.start();
    expect((await readyz()).status).toBe(200);
    expect((await organisations()).status).toBe(200);
  });
});
