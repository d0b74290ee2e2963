import type { PrintedReport } from "../../../../kernel/printed-report.js";
import { CRPA_INVENTORY } from "./crpa-inventory.js";
import type { RegisterEntry } from "./register-entry.js";
import { csvValue, objectsOf, writeRegister, type RegisterObject } from "./write-register.js";

/** Labels under which even the rules of a treatment are a protected secret (CRPA, article L.311-5, 2°). */
const SECRET: readonly string[] = ["dr", "classified"];

/** A treatment as the public reads it. */
export interface PublishedTreatment {
  /** Last part of its address, which does not change. */
  readonly slug: string;
  readonly name: string;
  /** Columns of the inventory, by their names. */
  readonly said: RegisterObject;
}

/**
 * What stands on the public page: treatments of the inventory whose publication was declared, that are no secret and lack
 * nothing, by name. A page with gaps would tell a citizen less than the law says.
 */
export function publishedTreatments(entries: readonly RegisterEntry[]): readonly PublishedTreatment[] {
  return entries
    .filter(({ publicationCategory, labels }) => publicationCategory !== null && !labels.some(isSecret))
    .flatMap((entry): PublishedTreatment[] => {
      const written = writeRegister(CRPA_INVENTORY, [entry]);
      const [said] = objectsOf(written);
      return said === undefined || written.missing.length > 0 ? [] : [{ slug: entry.slug, name: entry.name, said }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));
}

const isSecret = (label: string): boolean => SECRET.includes(label);

/** What a citizen asks, and the column that answers. */
const QUESTIONS: readonly (readonly [question: string, column: string])[] = [
  ["Quelle administration l'emploie ?", "administration"],
  ["Quel service en répond ?", "service"],
  ["Où en est-il ?", "etat"],
  ["Depuis quand ?", "mise_en_service"],
  ["À quoi sert-il ?", "finalite"],
  ["Sur quel texte repose-t-il ?", "fondement_juridique"],
  ["Quelle part prend-il dans la décision ?", "degre_et_mode_de_contribution"],
  ["Quelles données utilise-t-il, et d'où viennent-elles ?", "donnees_et_sources"],
  ["Qu'est-ce qui compte, et combien ?", "parametres_et_ponderation"],
  ["Que fait-il, étape par étape ?", "operations_effectuees"],
  ["Combien de personnes sont concernées ?", "personnes_concernees"],
  ["Où ses règles sont-elles publiées en entier ?", "regles_publiees"],
  ["Où est son code source ?", "code_source"],
  ["Comment contester une décision ?", "voies_de_recours"],
  ["À qui écrire ?", "contact"],
  ["À quelle adresse ?", "adresse_postale"],
];

const RIGHTS =
  "Si une décision vous concerne, demandez au service les règles du traitement et comment elles vous ont été appliquées. Sans réponse dans un délai d'un mois, ou en cas de refus, saisissez la Commission d'accès aux documents administratifs (CADA).";

/** The page of these treatments, in French as the decisions are. @param day day of the page, such as 2026-12-03 */
export function inventoryReport(treatments: readonly PublishedTreatment[], day: string): PrintedReport {
  return {
    title: "Algorithmes qui prennent part à des décisions sur des personnes",
    facts: [
      ["À jour au", day],
      ["Textes", "Code des relations entre le public et l'administration, articles L. 312-1-3 et R. 311-3-1-2"],
      ["Vos droits", RIGHTS],
    ],
    tables: treatments.map(({ slug, name, said }) => ({
      ...{ key: slug, title: name, note: null, header: ["Question", "Réponse"] },
      rows: QUESTIONS.flatMap(([question, column]) => {
        const answer = said[column];
        return answer === undefined ? [] : [[question, csvValue(answer)]];
      }),
    })),
  };
}
