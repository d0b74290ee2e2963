/** Injection tokens of the ports and single objects that the rooms are given. */
export const CONFIG = Symbol("Config");
export const LOGGER = Symbol("Logger");
export const TELEMETRY = Symbol("Telemetry");
export const METRICS = Symbol("Registry of prom-client");
export const CLOCK = Symbol("Clock");
export const ID_SOURCE = Symbol("IdSource");
export const DATA_SOURCE = Symbol("DataSource");
export const TRANSACTIONS = Symbol("Transactions");
/** `BackgroundJobs`: rooms say there what they do outside a request. */
export const JOBS = Symbol("BackgroundJobs");
export const USE_CASE_RUNNER = Symbol("UseCaseRunner");
/** Provided by `tenancy`. */
export const AUTHORISER = Symbol("Authoriser");
/** Provided by `audit`. */
export const GOVERNANCE_JOURNAL = Symbol("GovernanceJournal");
/** Provided by `compliance`: `RuleWords` of the kernel. */
export const RULE_WORDS = Symbol("RuleWords");
/** Provided by `compliance`: `RuleGuard` of the kernel. */
export const RULE_GUARD = Symbol("RuleGuard");
/** Provided by `tenancy`. */
export const REQUEST_IDENTITY = Symbol("RequestIdentity");
/** Verifies the schedulers' calls. */
export const INTERNAL_VERIFIER = Symbol("InternalVerifier");
