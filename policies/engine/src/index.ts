export { BASELINE_FACTS, FACT_SCHEMA } from "./facts.js";
export type {
  ApplicationFacts,
  Facts,
  ModelFacts,
  OrganisationFacts,
  PoolFacts,
  RequestFacts,
  UseCaseFacts,
} from "./facts.js";
export type { Effect, LegalReference, Mode, Reason, Rule, Scope } from "./rule.js";
export { formatSourceError } from "./source-error.js";
export type { PolicyFile, SourceError } from "./source-error.js";
export { compileBundle } from "./compile-bundle.js";
export type { BundleResult } from "./compile-bundle.js";
export type { Bundle, Finding, Verdict } from "./bundle.js";
export { loadPolicyFiles } from "./load-policy-files.js";
