export { LedgerModule } from "./ledger.module.js";
export { exportLedgerTotals } from "./ledger.composition.js";
export { INGEST_USAGE, USAGE_SETTLEMENT } from "./ledger.tokens.js";
export type { ingestUsage } from "./use-cases/ingest-usage.js";
