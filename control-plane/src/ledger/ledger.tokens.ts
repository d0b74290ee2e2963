export const INGEST_USAGE = Symbol("ingestUsage");
export const REPORT_USAGE = Symbol("reportUsage");
export const EXPLAIN_DECISION = Symbol("explainDecision");
export const REQUEST_CATALOGUE = Symbol("RequestCatalogue");
export const USAGE_LEDGER = Symbol("UsageLedger");
/** Provided by `allocation`: counts charges against what is held. */
export const USAGE_SETTLEMENT = Symbol("UsageSettlement");
