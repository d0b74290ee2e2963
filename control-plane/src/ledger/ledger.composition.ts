import type { Context } from "../kernel/use-case.js";
import { PgEntityNames } from "./adapters/postgres/pg-entity-names.js";
import { PgOrganisationTree } from "./adapters/postgres/pg-organisation-tree.js";
import { PgRequestCatalogue } from "./adapters/postgres/pg-request-catalogue.js";
import { PgUsageLedger } from "./adapters/postgres/pg-usage-ledger.js";
import type { LedgerTotals } from "./ports/usage-ledger.port.js";

/** The room's own ports on PostgreSQL. Adapters hold no state: each call works in its context's transaction. */
export const ledgerPorts = {
  ledger: new PgUsageLedger(),
  catalogue: new PgRequestCatalogue(),
  tree: new PgOrganisationTree(),
  names: new PgEntityNames(),
} as const;

/** Totals of the ledger from its roll-ups and recounted from its records: the two are equal. */
export const exportLedgerTotals = async (
  ctx: Context,
): Promise<{ readonly rolledUp: LedgerTotals; readonly recounted: LedgerTotals }> => ({
  rolledUp: await ledgerPorts.ledger.totals(ctx),
  recounted: await ledgerPorts.ledger.totals(ctx, true),
});
