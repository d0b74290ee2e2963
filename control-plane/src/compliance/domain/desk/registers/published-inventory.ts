import { dayInWords, figureInWords } from "../../../../kernel/in-words.js";
import type { PrintedReport } from "../../../../kernel/printed-report.js";
import { inLanguage, type ReportLanguage, type ReportTable } from "../../../../kernel/report-table.js";
import { CRPA_INVENTORY } from "./crpa-inventory.js";
import { contributionOf } from "./explicit-mention.js";
import type { RegisterEntry } from "./register-entry.js";
import { csvValue, objectsOf, writeRegister, type RegisterObject } from "./write-register.js";

/** Labels under which even the rules of a treatment are a protected secret (CRPA, article L.311-5, 2°). */
const SECRET: readonly string[] = ["dr", "classified"];

/** A treatment as whoever it concerns reads it. */
export interface Treatment {
  /** Last part of its address, which does not change. */
  readonly slug: string;
  readonly name: string;
  /** Columns of the inventory, by their names, in French. */
  readonly said: RegisterObject;
  /** Those of them that are not in the words of the administration itself, in English. */
  readonly inEnglish: RegisterObject;
  /** Columns that the law asks for and nobody filled. */
  readonly missing: readonly string[];
}

const STATES_IN_ENGLISH: Readonly<Record<string, string>> = {
  expérimentation: "being tried",
  "en service": "in service",
  suspendu: "suspended",
  retiré: "withdrawn",
};

/** A use case in the words of the inventory, whether it belongs there or not. */
export function treatmentOf(entry: RegisterEntry): Treatment {
  const written = writeRegister({ ...CRPA_INVENTORY, holds: () => true }, [entry]);
  const said = objectsOf(written)[0] ?? {};
  const { etat, degre_et_mode_de_contribution: contribution } = said;
  const inEnglish = {
    ...(typeof etat === "string" ? { etat: STATES_IN_ENGLISH[etat] ?? etat } : {}),
    ...(contribution === undefined ? {} : { degre_et_mode_de_contribution: contributionOf(entry, "en") }),
  };
  return { slug: entry.slug, name: entry.name, said, inEnglish, missing: written.missing[0]?.columns ?? [] };
}

/**
 * What stands on the public page: treatments of the inventory whose publication was declared, that are no secret and lack
 * nothing, by name. A page with gaps would tell a citizen less than the law says.
 */
export function publishedTreatments(entries: readonly RegisterEntry[]): readonly Treatment[] {
  return entries
    .filter(CRPA_INVENTORY.holds)
    .filter(({ publicationCategory, labels }) => publicationCategory !== null && !labels.some(isSecret))
    .map(treatmentOf)
    .filter(({ missing }) => missing.length === 0)
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));
}

const isSecret = (label: string): boolean => SECRET.includes(label);

/** What a citizen asks, "français | English", and the column that answers. */
const QUESTIONS: readonly (readonly [question: string, column: string])[] = [
  ["Quelle administration l'emploie ? | Which administration uses it?", "administration"],
  ["Quel service en répond ? | Which service answers for it?", "service"],
  ["Où en est-il ? | How far is it?", "etat"],
  ["Depuis quand ? | Since when?", "mise_en_service"],
  ["À quoi sert-il ? | What is it for?", "finalite"],
  ["Sur quel texte repose-t-il ? | Which law is it based on?", "fondement_juridique"],
  [
    "Quelle part prend-il dans la décision ? | What part does it take in the decision?",
    "degre_et_mode_de_contribution",
  ],
  [
    "Quelles données utilise-t-il, et d'où viennent-elles ? | Which data does it use, and where do they come from?",
    "donnees_et_sources",
  ],
  ["Qu'est-ce qui compte, et combien ? | What counts, and how much?", "parametres_et_ponderation"],
  ["Que fait-il, étape par étape ? | What does it do, step by step?", "operations_effectuees"],
  ["Combien de personnes sont concernées ? | How many people are concerned?", "personnes_concernees"],
  ["Où ses règles sont-elles publiées en entier ? | Where are its rules published in full?", "regles_publiees"],
  ["Où est son code source ? | Where is its source code?", "code_source"],
  ["Comment contester une décision ? | How is a decision contested?", "voies_de_recours"],
  ["À qui écrire ? | Whom to write to?", "contact"],
  ["À quelle adresse ? | At which address?", "adresse_postale"],
];

const LACKING = "[à compléter par le service] | [to be completed by the service]";

/** A treatment as questions and answers; what the law asks for and nobody said is shown as lacking. */
export function treatmentTable({ slug, name, ...treatment }: Treatment, language: ReportLanguage): ReportTable {
  const answers: RegisterObject = language === "en" ? { ...treatment.said, ...treatment.inEnglish } : treatment.said;
  return {
    ...{ key: slug, title: name, note: null },
    header: [inLanguage("Question | Question", language), inLanguage("Réponse | Answer", language)],
    rows: QUESTIONS.flatMap(([question, column]) => {
      const answer = answers[column] ?? (treatment.missing.includes(column) ? inLanguage(LACKING, language) : null);
      return answer === null ? [] : [[inLanguage(question, language), answerOf(answer, language)]];
    }),
  };
}

function answerOf(answer: RegisterObject[string], language: ReportLanguage): string {
  const text = csvValue(answer);
  if (/^\d+$/u.test(text)) return figureInWords(Number(text), language);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? dayInWords(text, language) : text;
}

const RIGHTS =
  "Si une décision vous concerne, demandez au service les règles du traitement et comment elles vous ont été appliquées. Sans réponse dans un délai d'un mois, ou en cas de refus, saisissez la Commission d'accès aux documents administratifs (CADA). | " +
  "If a decision concerns you, ask the service for the rules of the treatment and how they were applied to you. Without an answer within a month, or if it refuses, turn to the Commission d'accès aux documents administratifs (CADA).";

/** The page of these treatments. @param day day of the page, such as 2026-12-03 */
export function inventoryReport(
  treatments: readonly Treatment[],
  day: string,
  language: ReportLanguage,
): PrintedReport {
  const words = (text: string): string => inLanguage(text, language);
  return {
    title: words(
      "Algorithmes qui prennent part à des décisions sur des personnes | Algorithms that take part in decisions on people",
    ),
    facts: [
      [words("À jour au | Up to date on"), dayInWords(day, language)],
      [
        words("Textes | Texts"),
        "Code des relations entre le public et l'administration, articles L. 312-1-3 et R. 311-3-1-2",
      ],
      [words("Vos droits | Your rights"), words(RIGHTS)],
      ...(language === "en" ? [["Answers", "In the administrations' own words, in French."] as const] : []),
    ],
    tables: treatments.map((treatment) => treatmentTable(treatment, language)),
  };
}
