export const LEDGER_PORTS = Symbol("LedgerPorts");
/** Provided by `allocation`: counts charges against what is held. */
export const USAGE_SETTLEMENT = Symbol("UsageSettlement");
