import type { EntryField, RegisterEntry } from "./register-entry.js";
import { isOut, type RegisterColumn, type RegisterFormat } from "./register-format.js";

/** Where nothing applies its guidance asks for these letters. */
const NOT_APPLICABLE = "N/A";
const PILOT = "Private Beta";
const IN_USE = "Production";

/** Blank for models taken as they are; asked for as long as nobody says that they are. */
const isOwnModel = ({ modelRefined }: RegisterEntry): boolean => modelRefined !== false;
/** Told by whoever trained or refined a model. */
const ofDevelopment = (name: string, from: EntryField): RegisterColumn => ({ name, from, required: isOwnModel });

const SUMMARY: readonly RegisterColumn[] = [
  { name: "title", from: "name", required: true },
  { name: "organisation_name", from: "organisation", required: true },
  { name: "phase", from: "state", as: "code", codes: "phase", required: true },
  { name: "region", from: "geographicScope", as: "code", codes: "region", required: true },
  { name: "one_sentence_description", from: "description", required: true },
  { name: "name", from: "name", required: true },
  { name: "description", from: "description", required: true },
  { name: "website_url", from: "publicPage", otherwise: NOT_APPLICABLE, required: true },
  { name: "contact_email", from: "contactEmail", required: true },
];

const OWNER: readonly RegisterColumn[] = [
  { name: "organisation_or_department", from: "organisation", required: true },
  { name: "team", from: "team", required: true },
  { name: "senior_responsible_owner", from: "responsibleRole", required: true },
  { name: "third_party_involvement", from: "thirdParty", as: "code", codes: "yesNo", required: true },
  { name: "third_party", from: "suppliers", as: "list", otherwise: NOT_APPLICABLE },
  { name: "companies_house_number", from: null, fixed: NOT_APPLICABLE },
  { name: "third_party_role", from: "supplierRole", otherwise: NOT_APPLICABLE },
  { name: "procurement_procedure_type", from: "procurement", otherwise: NOT_APPLICABLE },
  { name: "third_party_data_access_terms", from: "supplierDataAccess", otherwise: NOT_APPLICABLE },
];

const RATIONALE_AND_DEPLOYMENT: readonly RegisterColumn[] = [
  { name: "detailed_description", from: "longDescription", required: true },
  { name: "benefit", from: "benefits", as: "list", required: true },
  { name: "previous_process", from: "previousProcess" },
  { name: "alternatives_considered", from: "proportionality" },
  { name: "integration_into_broader_operational_process", from: "processIntegration", required: true },
  { name: "frequency_and_scale_of_usage", from: "frequency", required: true },
  { name: "human_review", from: "oversight", required: true },
  { name: "required_training", from: "training", required: true },
  { name: "appeals_and_review", from: "appealRoute" },
];

const SPECIFICATION: readonly RegisterColumn[] = [
  { name: "system_architecture", from: "architecture", required: true },
  { name: "system_level_input", from: "systemInput", required: true },
  { name: "system_level_output", from: "systemOutput", required: true },
  { name: "maintenance", from: "maintenance", required: true },
  { name: "models", from: "models", as: "list", required: true },
  ofDevelopment("model_name", "modelName"),
  ofDevelopment("model_version", "modelVersion"),
  ofDevelopment("model_task", "modelTask"),
  ofDevelopment("model_input", "modelInput"),
  ofDevelopment("model_output", "modelOutput"),
  ofDevelopment("model_architecture", "modelArchitecture"),
  ofDevelopment("model_performance", "modelPerformance"),
  ofDevelopment("datasets_and_their_purposes", "developmentDatasets"),
  { name: "source_data_name", from: "dataSources", as: "list", required: true },
  { name: "data_modality", from: "modalities", as: "list", required: true },
  { name: "data_description", from: "dataDescription", required: true },
  ofDevelopment("data_quantities", "developmentQuantities"),
  { name: "sensitive_attributes", from: "sensitiveAttributes", required: true },
  ofDevelopment("data_completeness_and_representativeness", "developmentRepresentativeness"),
  { name: "source_data_url", from: "dataSources", as: "addresses", required: true },
  ofDevelopment("data_collection", "developmentCollection"),
  { name: "data_cleaning", from: "developmentCleaning" },
  { name: "data_sharing_agreements", from: "dataSharing", required: true },
  { name: "data_access_and_storage", from: "dataAccess", required: true },
];

/**
 * The United Kingdom's Algorithmic Transparency Recording Standard, version 4.0: its fields by their attributes
 * (`test/data/atrs`), tier 1 first. It is of tools with an effect on the public: on decisions, or met in person.
 */
export const ATRS: RegisterFormat = {
  id: "atrs",
  title: "ATRS",
  standard: "Algorithmic Transparency Recording Standard 4.0",
  codes: {
    phase: {
      experiment: PILOT,
      evaluated: PILOT,
      deployed: IN_USE,
      generalised: IN_USE,
      suspended: IN_USE,
      retired: "Retired",
    },
    region: {
      international: "International",
      national: "France",
      regional: "France (region)",
      local: "France (local)",
    },
    yesNo: { true: "Yes", false: "No" },
  },
  columns: [
    ...SUMMARY,
    ...OWNER,
    ...RATIONALE_AND_DEPLOYMENT,
    ...SPECIFICATION,
    { name: "impact_assessment", from: "assessmentSummaries", as: "list", required: true },
    { name: "risks_and_mitigations", from: "risks", required: true },
  ],
  holds: (entry) => isOut(entry) && entry.publicationCategory !== null && (entry.facesUsers || decidesWithIt(entry)),
};

const decidesWithIt = ({ affectsIndividuals, decisionRole }: RegisterEntry): boolean =>
  affectsIndividuals && decisionRole !== "none";
