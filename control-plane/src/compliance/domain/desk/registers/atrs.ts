import { isOut, type RegisterFormat } from "./register-format.js";

/**
 * The United Kingdom's Algorithmic Transparency Recording Standard: the attributes of its published CSV, tier 1 first,
 * then the five sections of tier 2.
 */
export const ATRS: RegisterFormat = {
  id: "atrs",
  title: "ATRS",
  standard: "Algorithmic Transparency Recording Standard 2.1",
  words: { yes: "TRUE", no: "FALSE" },
  codes: {
    phase: {
      experiment: "beta",
      evaluated: "pilot",
      deployed: "production",
      generalised: "production",
      suspended: "production",
      retired: "retired",
    },
  },
  columns: [
    { name: "id", from: "slug", required: true },
    { name: "standard_version", from: null, fixed: "2.1", required: true },
    { name: "date_completion", from: "exportedOn", as: "day_first", required: true },
    { name: "phase", from: "state", as: "code", codes: "phase" },
    { name: "name", from: "name", required: true },
    { name: "description", from: "description", required: true },
    { name: "website", from: "publicPage" },
    { name: "contact_email", from: "contactEmail", required: true },
    { name: "organisation", from: "organisation", required: true },
    { name: "team", from: "team" },
    { name: "senior_responsible_owner", from: "responsibleRole" },
    { name: "external_supplier", from: "suppliers", as: "list" },
    { name: "procurement_procedure_type", from: "procurement" },
    { name: "scope", from: "longDescription" },
    { name: "benefit", from: "benefits", as: "list" },
    { name: "previous_process", from: "previousProcess" },
    { name: "alternatives", from: "proportionality" },
    { name: "process_integration", from: "goal" },
    { name: "frequency_and_scale_of_usage", from: "frequency" },
    { name: "human_decisions", from: "oversight" },
    { name: "required_training", from: "trainingRequired" },
    { name: "appeals_and_review", from: "appealRoute" },
    { name: "method", from: "methods" },
    { name: "models", from: "models", as: "list" },
    { name: "source_data", from: "dataSources", as: "list" },
    { name: "dpia", from: "dpiaSummary" },
    { name: "impact_assessments", from: "assessments", as: "list" },
    { name: "risks", from: "risks" },
  ],
  holds: (entry) => isOut(entry) && entry.publicationCategory !== null,
};
