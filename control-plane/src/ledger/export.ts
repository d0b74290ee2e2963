// node …/ledger/export.js: prints the ledger of DATABASE_URL as JSON lines, for whoever checks it against the log.
import { systemClock } from "../kernel/clock.js";
import { systemActor } from "../kernel/actor.js";
import { systemIds } from "../kernel/id-source.js";
import { loadOwnerUrl } from "../platform/config/owner-url.js";
import { createDataSource } from "../platform/database/data-source.js";
import { PgTransactions } from "../platform/database/pg-transactions.js";
import { ledgerRows } from "./adapters/postgres/pg-ledger-export.js";

const source = createDataSource({ url: loadOwnerUrl(), poolSize: 1, onPoolError: () => undefined });
await source.initialize();
try {
  const transactions = new PgTransactions(source, systemClock, systemIds);
  await transactions.read(systemActor("export"), async (ctx) => {
    for await (const row of ledgerRows(ctx)) process.stdout.write(`${JSON.stringify(row)}\n`);
  });
} finally {
  await source.destroy();
}
