export { LedgerModule } from "./ledger.module.js";
export { exportLedgerTotals } from "./ledger.composition.js";
export { LEDGER_PORTS, USAGE_SETTLEMENT } from "./ledger.tokens.js";
export { ingestUsage } from "./use-cases/ingest-usage.js";
export type { LedgerPorts } from "./ports/ledger-ports.js";
