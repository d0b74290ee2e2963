import { inLanguage, type ReportLanguage } from "../../../../kernel/report-table.js";
import type { RegisterEntry } from "./register-entry.js";

/** What the mention lacks to be complete. */
export type MentionGap =
  "goal" | "legalBasis" | "rulesUrl" | "contactEmail" | "dataSources" | "parameters" | "operations";

/** What the mention is made from. */
export type MentionFacts = Pick<
  RegisterEntry,
  | ("name" | "organisation" | "goal" | "rulesUrl" | "contactEmail" | "decisionRole" | "affectsIndividuals")
  | ("oversight" | "processIntegration" | "dataSources" | "dataDescription" | "parameters" | "operations")
  | "legalBasis"
>;

export interface ExplicitMention {
  /** The text that stands in a decision (CRPA, article R.311-3-1-1). */
  readonly text: string;
  /** What is told to whoever asks (article R.311-3-1-2), a paragraph each. */
  readonly onRequest: readonly string[];
  readonly missing: readonly MentionGap[];
}

/** The sentence on what the treatment does in the decision, degree and mode of contribution: "français | English". */
const CONTRIBUTION: Readonly<Record<string, string>> = {
  assist:
    "Il aide l'agent qui instruit ; la décision est prise par cet agent. | It helps the officer in charge, who takes the decision.",
  prepare:
    "Il prépare la décision, qu'un agent prend après examen. | It prepares the decision, which an officer takes after looking at it.",
  decide_with_validation:
    "Il propose une décision, qui n'a d'effet qu'après validation par un agent. | It proposes a decision, which has effect only once an officer has validated it.",
  autonomous: "Il prend la décision sans intervention d'un agent. | It takes the decision without any officer.",
};

/**
 * The explicit mention of article L.311-3-1 of the CRPA for a use case that takes part in individual decisions; `null`
 * for the others. In French: it is printed in French decisions. What is unknown is named, never invented.
 */
export function explicitMention(entry: MentionFacts): ExplicitMention | null {
  if (!entry.affectsIndividuals || entry.decisionRole === "none") return null;
  return { text: textOf(entry), onRequest: onRequest(entry), missing: gapsOf(entry) };
}

/**
 * Item 1 of article R.311-3-1-2: how far and in which way the treatment takes part in the decision. What the administration
 * wrote itself stays in French.
 */
export const contributionOf = (
  {
    decisionRole,
    processIntegration,
    oversight,
  }: Pick<MentionFacts, "decisionRole" | "processIntegration" | "oversight">,
  language: ReportLanguage = "fr",
): string => {
  const said = CONTRIBUTION[decisionRole];
  const first = said === undefined ? blank("contribution") : inLanguage(said, language);
  return [first, ...told(processIntegration), ...told(oversight)].join(" ");
};

/** Item 2: the data and where they come from; `null` as long as no source is declared. */
export function dataAndSourcesOf({ dataDescription, dataSources }: MentionFacts): string | null {
  if (dataSources.length === 0) return null;
  const sources = `Sources : ${sentence(dataSources.map(({ title }) => title).join(", "))}`;
  return [...told(dataDescription), sources].join(" ");
}

const told = (text: string | null): readonly string[] => (text === null || text === "" ? [] : [sentence(text)]);

const blank = (what: string): string => `[à compléter : ${what}]`;
const or = (value: string | null, what: string): string => (value === null || value === "" ? blank(what) : value);
/** Ends with one full stop. */
const sentence = (text: string): string => `${text.trim().replace(/[.\s]+$/u, "")}.`;

function textOf({ name, organisation, goal, rulesUrl, contactEmail }: MentionFacts): string {
  const published = rulesUrl === null ? "" : ` Ces règles sont publiées à l'adresse ${rulesUrl}.`;
  return [
    `Cette décision a été prise sur le fondement d'un traitement algorithmique, « ${name} », mis en œuvre par ${organisation}.`,
    `Finalité du traitement : ${sentence(or(goal, "finalité"))}`,
    "En application de l'article L. 311-3-1 du code des relations entre le public et l'administration, vous pouvez obtenir " +
      "communication des règles définissant ce traitement et des principales caractéristiques de sa mise en œuvre " +
      `auprès de ${or(contactEmail, "contact")}.${published}`,
    "Sans réponse dans un délai d'un mois, ou en cas de refus, vous pouvez saisir la Commission d'accès aux documents " +
      "administratifs (CADA).",
  ].join("\n");
}

function onRequest(entry: MentionFacts): readonly string[] {
  const parameters = or(entry.parameters, "paramètres et pondération");
  return [
    `Degré et mode de contribution à la décision : ${contributionOf(entry)}`,
    `Données traitées et leurs sources : ${dataAndSourcesOf(entry) ?? sentence(blank("données et sources"))}`,
    `Paramètres du traitement et leur pondération : ${sentence(parameters)}`,
    `Opérations effectuées par le traitement : ${sentence(or(entry.operations, "opérations"))}`,
  ];
}

function gapsOf(entry: MentionFacts): readonly MentionGap[] {
  const empty: Readonly<Record<MentionGap, boolean>> = {
    goal: entry.goal === null,
    legalBasis: entry.legalBasis.length === 0,
    rulesUrl: entry.rulesUrl === null,
    contactEmail: entry.contactEmail === null,
    dataSources: entry.dataSources.length === 0,
    parameters: entry.parameters === null,
    operations: entry.operations === null,
  };
  return (Object.keys(empty) as MentionGap[]).filter((field) => empty[field]);
}
