// node …/ledger/export.js [SIZE [FIRST]]: prints the ledger of DATABASE_URL as JSON lines, for whoever checks it against
// the log: the records of the first SIZE entries, all that are published unless told, without those before FIRST.
import { systemClock } from "../kernel/clock.js";
import { systemActor } from "../kernel/actor.js";
import { systemIds } from "../kernel/id-source.js";
import { loadOwnerUrl } from "../platform/config/owner-url.js";
import { createDataSource } from "../platform/database/data-source.js";
import { PgTransactions } from "../platform/database/pg-transactions.js";
import { exportedLedger } from "./adapters/postgres/pg-ledger-export.js";

const [size = null, first = 0] = process.argv.slice(2).map(Number);
const source = createDataSource({ url: loadOwnerUrl(), poolSize: 1, onPoolError: () => undefined });
await source.initialize();
try {
  const transactions = new PgTransactions(source, systemClock, systemIds);
  await transactions.read(systemActor("export"), async (ctx) => {
    for await (const line of exportedLedger(ctx, { size, first })) process.stdout.write(`${JSON.stringify(line)}\n`);
  });
} finally {
  await source.destroy();
}
