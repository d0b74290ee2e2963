import type { PlanKindName } from "@socle/contracts";
import type { PlanRecord, PlanWords } from "../../control-plane/src/plan/domain/plan-record.js";

/** What a record of each kind says when everything that it must say is said. */
export const PLAN_WORDS: Readonly<Record<PlanKindName, Pick<PlanWords, "title" | "values" | "dueFrom" | "dueOn">>> = {
  deadline: {
    title: "Feuilles de route ministérielles",
    values: { promise: "Chaque ministère présente sa feuille de route de réduction des dépendances." },
    ...{ dueFrom: "2026-09-23", dueOn: "2026-12-20" },
  },
  partnership: {
    title: "IA générative",
    values: { partner: "Éditeur européen", country: "FR", field: "ai", base: "yes", scope: "Modèles et assistance" },
    ...{ dueFrom: null, dueOn: "2028-12-31" },
  },
  sourcing: {
    title: "Analyse des offres",
    values: {
      ...{
        need: "Lire des offres plus vite",
        reuse: "Rien de réutilisable trouvé au catalogue",
        market: "Deux offres",
      },
      ...{ choice: "buy", grounds: "Délai", immunity: "4", substitutability: "3", control: "2", cost: "1200000" },
    },
    ...{ dueFrom: null, dueOn: null },
  },
  standard: {
    title: "Échange des journaux",
    values: { version: "1.0", scope: "Toutes les applications" },
    ...{ dueFrom: null, dueOn: "2027-01-01" },
  },
  agreement: {
    title: "Accord-cadre sur l'IA",
    values: { parties: "État et organisations syndicales", scope: "Conditions de travail" },
    ...{ dueFrom: "2026-09-23", dueOn: "2026-12-20" },
  },
  extension: {
    title: "Énergie",
    values: { sector: "énergie", operators: "12", duty: "Hébergement qualifié" },
    ...{ dueFrom: null, dueOn: null },
  },
  guide: {
    title: "Guide d'usage, première version",
    values: {
      version: "1.0",
      principles: "Responsable\nTransparent",
      mention: "Contenu partiellement généré par une IA.",
    },
    ...{ dueFrom: null, dueOn: "2026-06-04" },
  },
  indicator: {
    title: "Perception de l'IA",
    values: {
      ...{ wording: "ont une perception positive", value: "83", unit: "percent" },
      ...{ population: "2 000 agents de neuf administrations", measured: "2026-04-01" },
    },
    ...{ dueFrom: null, dueOn: null },
  },
  offer: {
    title: "Cadres et IA",
    values: { provider: "Inria", audience: "Cadres", programme: "Deux jours" },
    ...{ dueFrom: null, dueOn: null },
  },
  lever: {
    title: "Former les équipes",
    values: { lever: "training", action: "Deux sessions par direction" },
    ...{ dueFrom: null, dueOn: null },
  },
  mission: {
    title: "Usages du premier semestre",
    values: { scope: "Tous les cas d'usage", from: "2026-01-01", to: "2026-06-30", plan: "Lire, tirer, comparer" },
    ...{ dueFrom: null, dueOn: "2026-12-31" },
  },
  contact: { title: "AMDAC", values: { office: "amdac", email: "amdac@economie.example" }, dueFrom: null, dueOn: null },
};

export const planWordsOf = (kind: PlanKindName): PlanWords => ({
  ...PLAN_WORDS[kind],
  source: "Notre IA, 16 juin 2026",
  invented: false,
});

export const aPlanRecord = (
  fields: Partial<PlanRecord> & Pick<PlanRecord, "id" | "organisationId" | "kind" | "state">,
): PlanRecord => ({
  ...planWordsOf(fields.kind),
  version: 1,
  declaredBy: "camille",
  declaredAt: new Date("2026-09-01T08:00:00.123Z"),
  ...fields,
});
