export { LedgerModule } from "./ledger.module.js";
export { exportLedgerTotals } from "./ledger.composition.js";
export { USAGE_SETTLEMENT } from "./ledger.tokens.js";
export type { UsageSettlement } from "./ports/usage-settlement.port.js";
