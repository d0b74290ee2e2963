/**
 * Data labels a request can carry. They are a set, never an ordinal scale: a pool takes a request when it accepts every
 * label of it. `classified` is accepted by no pool.
 */
export const DATA_LABELS = [
  "public",
  "internal",
  "personal",
  "special_category",
  "health",
  "secret_pro",
  "sren31",
  "dr",
  "classified",
] as const;
export type DataLabel = (typeof DATA_LABELS)[number];

/** Service class; the use case sets it, never the client's body. */
export const SERVICE_CLASSES = ["interactive", "standard", "batch"] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

/** Life cycle of a use case; `policies` say in which of these it may run. */
export const USE_CASE_STATES = [
  "idea",
  "qualified",
  "incubation",
  "experiment",
  "evaluated",
  "deployed",
  "generalised",
  "retired",
  "suspended",
  "refused",
  "merged",
] as const;
export type UseCaseState = (typeof USE_CASE_STATES)[number];

export const BUDGET_PERIODS = ["day", "month", "year"] as const;
/** Calendar periods, cut in the time zone Europe/Paris. */
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/**
 * What happens to requests when a budget has nothing left: they run and people are told, they run only within their
 * node's guarantee, or they are refused.
 */
export const EXHAUSTION_RULES = ["warn", "throttle_to_guarantee", "block"] as const;
export type ExhaustionRule = (typeof EXHAUSTION_RULES)[number];
