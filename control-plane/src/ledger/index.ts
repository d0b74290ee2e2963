export { FolderRuleTexts } from "./adapters/policies/folder-rule-texts.js";
export { LedgerModule } from "./ledger.module.js";
export { exportLedgerTotals } from "./ledger.composition.js";
