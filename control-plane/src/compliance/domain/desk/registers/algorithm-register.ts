import { isOut, type RegisterFormat } from "./register-format.js";

const UNDER_WAY = "In ontwikkeling";
const IN_USE = "In gebruik";
const OUT_OF_USE = "Buiten gebruik";

/** French policy areas under the themes of the Dutch government; what has none is its organisation. */
const THEMES: Readonly<Record<string, string>> = {
  office_work: "Organisatie en bedrijfsvoering",
  user_relation: "Organisatie en bedrijfsvoering",
  taxation: "Financiën",
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
  agriculture: "Landbouw",
  economy: "Economie",
  software: "Organisatie en bedrijfsvoering",
  purchasing: "Organisatie en bedrijfsvoering",
  human_resources: "Organisatie en bedrijfsvoering",
  finance: "Financiën",
  legal: "Recht",
};

/** The Dutch Algoritmeregister, standard 1.0: its 31 fields, its lengths, its own words. */
export const ALGORITHM_REGISTER: RegisterFormat = {
  id: "algorithm_register",
  title: "Algoritmeregister 1.0",
  standard: "Algoritmeregister 1.0",
  words: { yes: "Ja", no: "Nee" },
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
      high_risk_ai: "Hoog-risico AI",
      impactful: "Impactvolle algoritmes",
      other: "Overige algoritmes",
    },
  },
  columns: [
    { name: "name", from: "name", required: true, most: 100 },
    { name: "description_short", from: "description", required: true, most: 400 },
    { name: "organization", from: "organisation", required: true, most: 100 },
    { name: "category", from: "functionDomain", as: "code", codes: "theme" },
    { name: "status", from: "state", as: "code", codes: "status", required: true },
    { name: "begin_date", from: "beginsOn", as: "month" },
    { name: "end_date", from: "endsOn", as: "month" },
    { name: "contact_email", from: "contactEmail", required: true },
    { name: "website", from: "publicPage" },
    { name: "publication_category", from: "publicationCategory", as: "code", codes: "publication", required: true },
    { name: "url", from: "publicPage" },
    { name: "goal", from: "goal", most: 2500 },
    { name: "proportionality", from: "proportionality", most: 2500 },
    { name: "human_intervention", from: "oversight", most: 2500 },
    { name: "risks", from: "risks", most: 2500 },
    { name: "lawful_basis", from: "legalBasis", as: "list", most: 2500 },
    { name: "lawful_basis_grouping", from: "legalBasis", as: "links" },
    { name: "process_index_url", from: "rulesUrl" },
    { name: "impacttoetsen_grouping", from: "assessments", as: "list" },
    { name: "impacttoetsen", from: "dpiaSummary", most: 2500 },
    { name: "source_data", from: "dataSources", as: "list", most: 2500 },
    { name: "source_data_grouping", from: "dataSources", as: "links" },
    { name: "methods_and_models", from: "methods", most: 5000 },
    { name: "provider", from: "suppliers", as: "list", most: 200 },
    { name: "publiccode", from: "sourceCodeUrl", most: 500 },
    { name: "lang", from: null, fixed: "fra", required: true },
    { name: "standard_version", from: null, fixed: "1.0" },
    { name: "source_id", from: "slug" },
    { name: "tags", from: "labels", as: "list" },
    // Given by the register itself.
    { name: "lars", from: null },
    { name: "publication_dt", from: "exportedOn" },
  ],
  holds: (entry) => isOut(entry) && entry.publicationCategory !== null,
};
