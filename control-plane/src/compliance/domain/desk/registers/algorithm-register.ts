import { isOut, type RegisterFormat } from "./register-format.js";

const UNDER_WAY = "In ontwikkeling";
const IN_USE = "In gebruik";
const OUT_OF_USE = "Buiten gebruik";

/** French policy areas under the themes of the Dutch government; what has none is its organisation. */
const THEMES: Readonly<Record<string, string>> = {
  office_work: "Organisatie en bedrijfsvoering",
  user_relation: "Organisatie en bedrijfsvoering",
  taxation: "Overheidsfinanciën",
  justice: "Recht",
  security: "Openbare orde en veiligheid",
  defence: "Openbare orde en veiligheid",
  diplomacy: "Internationaal",
  education: "Onderwijs en wetenschap",
  research: "Onderwijs en wetenschap",
  culture: "Cultuur en recreatie",
  health: "Zorg en gezondheid",
  social_affairs: "Sociale zekerheid",
  labour: "Werk",
  environment: "Natuur en milieu",
  agriculture: "Natuur en milieu",
  economy: "Economie",
  software: "Organisatie en bedrijfsvoering",
  purchasing: "Organisatie en bedrijfsvoering",
  human_resources: "Organisatie en bedrijfsvoering",
  finance: "Overheidsfinanciën",
  legal: "Recht",
};

/**
 * The Dutch Algoritmeregister, standard 1.0 (`MinBZK/Algoritmeregister`, `backend/app/schemas/config/v1_0.json`): its 31
 * fields, lengths and words. It takes records in Dutch alone: the texts are translated before they are handed in.
 */
export const ALGORITHM_REGISTER: RegisterFormat = {
  id: "algorithm_register",
  title: "Algoritmeregister 1.0",
  standard: "Algoritmeregister 1.0",
  codes: {
    status: {
      experiment: UNDER_WAY,
      evaluated: UNDER_WAY,
      deployed: IN_USE,
      generalised: IN_USE,
      suspended: OUT_OF_USE,
      retired: OUT_OF_USE,
    },
    theme: THEMES,
    publication: {
      high_risk_ai: "Hoog-risico AI-systeem",
      impactful: "Impactvolle algoritmes",
      other: "Overige algoritmes",
    },
  },
  columns: [
    { name: "name", from: "name", required: true, most: 100 },
    { name: "description_short", from: "description", required: true, most: 400 },
    { name: "organization", from: "organisation", required: true, most: 100 },
    { name: "category", from: "functionDomain", as: "codes", codes: "theme" },
    { name: "status", from: "state", as: "code", codes: "status", required: true },
    { name: "begin_date", from: "beginsOn", as: "month" },
    { name: "end_date", from: "endsOn", as: "month" },
    { name: "contact_email", from: "contactEmail", required: true, most: 500 },
    { name: "website", from: "publicPage", most: 500 },
    { name: "publication_category", from: "publicationCategory", as: "code", codes: "publication", required: true },
    // A machine-readable record elsewhere.
    { name: "url", from: null },
    { name: "goal", from: "goal", most: 2500 },
    { name: "proportionality", from: "proportionality", most: 2500 },
    { name: "human_intervention", from: "oversight", most: 2500 },
    { name: "risks", from: "risks", most: 2500 },
    { name: "lawful_basis", from: "legalBasis", as: "list", most: 2500 },
    { name: "lawful_basis_grouping", from: "legalBasis", as: "links", most: 100 },
    { name: "process_index_url", from: "processingRecord", as: "url", most: 500 },
    { name: "impacttoetsen_grouping", from: "assessments", as: "titles" },
    { name: "impacttoetsen", from: "dpiaSummary", most: 2500 },
    { name: "source_data", from: "dataSources", as: "list", most: 2500 },
    { name: "source_data_grouping", from: "dataSources", as: "links", required: true, most: 500 },
    { name: "methods_and_models", from: "methods", most: 5000 },
    { name: "provider", from: "suppliers", as: "list", most: 200 },
    { name: "publiccode", from: "sourceCodeUrl", most: 500 },
    { name: "lang", from: null, fixed: "nld", required: true },
    { name: "standard_version", from: null, fixed: "1.0" },
    { name: "source_id", from: "slug", most: 100 },
    { name: "tags", from: "ministry", most: 2500 },
    // Given by the register itself.
    { name: "lars", from: null },
    { name: "publication_dt", from: null },
  ],
  holds: (entry) => isOut(entry) && entry.publicationCategory !== null,
};
