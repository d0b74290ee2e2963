export { FACT_SCHEMA, UNDECLARED_NUMBER } from "./facts.js";
export { annexIiiRiskOf, friaDueOf, highRiskOf } from "./ai-act.js";
export { BASELINE_FACTS } from "./baseline-facts.js";
export { modelFacts, organisationFacts, poolFacts, todayFacts, useCaseFacts } from "./facts-on-day.js";
export type { ApplicationSource, DerogationSource, ModelSource, PoolSource, UseCaseSource } from "./fact-sources.js";
export { ParisCalendar } from "./paris-calendar.js";
export type {
  ApplicationFacts,
  Facts,
  ModelFacts,
  OrganisationFacts,
  PoolFacts,
  RequestFacts,
  TodayFacts,
  UseCaseFacts,
} from "./facts.js";
export type { Effect, LegalReference, Mode, Reason, Rule, Scope } from "./rule.js";
export { formatSourceError } from "./source-error.js";
export type { PolicyFile, SourceError } from "./source-error.js";
export { compileBundle } from "./compile-bundle.js";
export type { BundleResult } from "./compile-bundle.js";
export { blocks } from "./rule-set.js";
export type { Finding, Verdict } from "./rule-set.js";
export type { Bundle, GuardFacts } from "./bundle.js";
export type { Subject, Target } from "./subjects.js";
export { loadPolicyFiles } from "./load-policy-files.js";
export { workloadPolicies } from "./workload-policies.js";
export { filesFromTable } from "./table/files-from-table.js";
export type { TableReading } from "./table/files-from-table.js";
export type { TableRow } from "./table/table-row.js";
export type { TableFault } from "./table/table-fault.js";
export { tableFromFiles } from "./table/table-from-files.js";
