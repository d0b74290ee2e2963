import { isOut, type RegisterFormat } from "./register-format.js";

/** Inventory of the main algorithmic treatments behind individual decisions (CRPA, article L.312-1-3). */
export const CRPA_INVENTORY: RegisterFormat = {
  id: "crpa_inventory",
  title: "Inventaire des traitements algorithmiques",
  standard: "CRPA, article L.312-1-3",
  codes: {
    role: {
      none: "aucune",
      assist: "aide à l'agent",
      prepare: "prépare la décision",
      decide_with_validation: "propose une décision validée par un agent",
      autonomous: "décide seul",
    },
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
    { name: "etat", from: "state", as: "code", codes: "state" },
    { name: "mise_en_service", from: "beginsOn" },
    { name: "finalite", from: "goal", required: true },
    { name: "fondement_juridique", from: "legalBasis", as: "links", required: true },
    { name: "role_dans_la_decision", from: "decisionRole", as: "code", codes: "role", required: true },
    { name: "controle_humain", from: "oversight", required: true },
    { name: "personnes_concernees", from: "users" },
    { name: "donnees_traitees", from: "dataSources", as: "list", required: true },
    { name: "regles_publiees", from: "rulesUrl", required: true },
    { name: "code_source", from: "sourceCodeUrl" },
    { name: "voies_de_recours", from: "appealRoute", required: true },
    { name: "mention_explicite", from: "mention", required: true },
  ],
  holds: (entry) => isOut(entry) && entry.affectsIndividuals && entry.decisionRole !== "none",
};
