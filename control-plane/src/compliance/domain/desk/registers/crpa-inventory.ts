import { isOut, type RegisterFormat } from "./register-format.js";

/**
 * Inventory of the main algorithmic treatments behind individual decisions (CRPA, article L.312-1-3), each with the four
 * items of article R.311-3-1-2.
 */
export const CRPA_INVENTORY: RegisterFormat = {
  id: "crpa_inventory",
  title: "Inventaire des traitements algorithmiques",
  standard: "CRPA, articles L.312-1-3 et R.311-3-1-2",
  codes: {
    state: {
      experiment: "expérimentation",
      evaluated: "expérimentation",
      deployed: "en service",
      generalised: "en service",
      suspended: "suspendu",
      retired: "retiré",
    },
  },
  columns: [
    { name: "nom", from: "name", required: true },
    { name: "administration", from: "ministry", required: true },
    { name: "service", from: "organisation", required: true },
    { name: "contact", from: "contactEmail", required: true },
    { name: "adresse_postale", from: "postalAddress", required: true },
    { name: "etat", from: "state", as: "code", codes: "state" },
    { name: "mise_en_service", from: "beginsOn" },
    { name: "finalite", from: "goal", required: true },
    { name: "fondement_juridique", from: "legalBasis", as: "links", required: true },
    { name: "degre_et_mode_de_contribution", from: "contribution", required: true },
    { name: "donnees_et_sources", from: "dataAndSources", required: true },
    { name: "parametres_et_ponderation", from: "parameters", required: true },
    { name: "operations_effectuees", from: "operations", required: true },
    { name: "personnes_concernees", from: "users" },
    // Where they stand in full; what stands here is published as well.
    { name: "regles_publiees", from: "rulesUrl" },
    { name: "code_source", from: "sourceCodeUrl" },
    { name: "voies_de_recours", from: "appealRoute", required: true },
    { name: "mention_explicite", from: "mention", required: true },
  ],
  holds: (entry) => isOut(entry) && entry.affectsIndividuals && entry.decisionRole !== "none",
};
