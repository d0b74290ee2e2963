import type { DecisionV1 } from "@socle/contracts";
import { dayInWords, momentInWords } from "../../../../kernel/in-words.js";
import type { PrintedReport } from "../../../../kernel/printed-report.js";
import { inLanguage, tableOf, type ReportLanguage } from "../../../../kernel/report-table.js";
import { treatmentOf, treatmentTable } from "./published-inventory.js";
import type { RegisterEntry } from "./register-entry.js";

/** A treatment that took part in a decision, with each time that it did, oldest first. */
export interface TracedTreatment {
  readonly entry: RegisterEntry;
  readonly requests: readonly TracedRequest[];
}
export type TracedRequest = Pick<DecisionV1, "at" | "requestedModel" | "outcome" | "asked">;

const OUTCOMES: Readonly<Record<TracedRequest["outcome"], string>> = {
  served: "réponse rendue au service | answered to the service",
  refused: "refusée par les règles | refused by the rules",
  failed: "sans réponse, panne | no answer, a fault",
  cancelled: "abandonnée par le service | given up by the service",
};

const NOTE =
  "Ce que le système a répondu n'est pas gardé ici : le service l'a, avec la décision. | " +
  "What the system answered is not kept here: the service has it, with the decision.";
const LAWS =
  "Code des relations entre le public et l'administration, articles L. 311-3-1 et R. 311-3-1-2 ; loi n° 78-17 du 6 janvier 1978, article 47";
const BEFORE =
  "Le service relit cette page, complète ce qui manque et retire ce qu'un secret protège (article L. 311-5). | " +
  "The service reads this page again, completes what lacks and takes out what a secret protects (article L. 311-5).";
const DECIDED =
  "La décision est prise par une personne, qui en répond. | The decision is taken by a person, who answers for it.";

/**
 * What an administration answers to whoever a decision concerns: the main features of each treatment that took part in it,
 * and of how it was carried out. @param reference the decision's own @param day day of the page
 */
export function decisionTrace(
  reference: string,
  treatments: readonly TracedTreatment[],
  day: string,
  language: ReportLanguage,
): PrintedReport {
  const words = (text: string): string => inLanguage(text, language);
  const autonomous = treatments.some(({ entry }) => entry.decisionRole === "autonomous");
  return {
    title: words("Part d'un traitement algorithmique dans une décision | Part of an algorithm in a decision"),
    facts: [
      [words("Décision | Decision"), reference],
      [words("Établi le | Made on"), dayInWords(day, language)],
      [words("Textes | Texts"), LAWS],
      ...(autonomous ? [] : [[words("Qui décide | Who decides"), words(DECIDED)] as const]),
      [words("Avant de la remettre | Before it is handed over"), words(BEFORE)],
    ],
    tables: treatments.flatMap(({ entry, requests }) => [
      treatmentTable(treatmentOf(entry), language),
      tableOf(language)(
        `${entry.slug}-execution`,
        `${entry.name} : mise en œuvre pour cette décision | ${entry.name}: how it was carried out for this decision`,
        NOTE,
        requests,
        [
          ["Quand | When", ({ at }) => momentInWords(at, language)],
          ["Modèle | Model", ({ requestedModel }) => requestedModel],
          ["Appels d'outils, au plus | Tool calls, at most", ({ asked }) => asked?.toolCalls ?? 0],
          ["Issue | Outcome", ({ outcome }) => words(OUTCOMES[outcome])],
        ],
      ),
    ]),
  };
}
