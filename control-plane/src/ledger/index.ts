export { LedgerModule } from "./ledger.module.js";
export { exportLedgerTotals } from "./ledger.composition.js";
export type { LedgerTotals } from "./ports/usage-ledger.port.js";
export type { Figures } from "./domain/figures.js";
