import { annexIiiRiskOf } from "@socle/policies";
import type { AiUseCase } from "../ai-use-case.js";
import type { DossierField } from "./dossier.js";
import { screened } from "./screened.js";

export const DOSSIER_SECTIONS = ["identity", "purpose", "people", "law", "data", "system", "calendar"] as const;
export type DossierSection = (typeof DOSSIER_SECTIONS)[number];

type DeclaredField = "ownerEmail" | "oversight";
export type ExpectedField = DossierField | DeclaredField;

interface Expectation {
  readonly field: ExpectedField;
  readonly section: DossierSection;
  /** Expected of this use case; always when absent. */
  readonly when?: (useCase: AiUseCase) => boolean;
}

const facesUsers = ({ dossier }: AiUseCase): boolean => dossier.facesUsers === true;
const affectsPeople = ({ affectsIndividuals }: AiUseCase): boolean => affectsIndividuals;
const isPersonal = ({ labels }: AiUseCase): boolean =>
  labels.some((label) => label === "personal" || label === "special_category" || label === "health");
const highRisk = ({ dossier }: AiUseCase): boolean => annexIiiRiskOf(screened(dossier)) === "yes";
const isHigh = ({ dossier }: AiUseCase): boolean => dossier.aiActClass === "high";
const isProprietary = ({ dossier }: AiUseCase): boolean => dossier.proprietary === true;
const isOfArea = ({ dossier }: AiUseCase): boolean => dossier.annexIii != null;
const isExempted = ({ dossier }: AiUseCase): boolean => dossier.annexIii != null && dossier.aiActClass !== "high";
/** Public registers ask more of what decisions rest on, or of what users meet. */
const meetsPublic = (useCase: AiUseCase): boolean => affectsPeople(useCase) || facesUsers(useCase);
const trainsModel = (useCase: AiUseCase): boolean => meetsPublic(useCase) && useCase.dossier.modelRefined === true;
const isSupplied = ({ dossier }: AiUseCase): boolean => dossier.developedInHouse !== true;
const suppliesPublic = (useCase: AiUseCase): boolean => meetsPublic(useCase) && isSupplied(useCase);
const trains = (useCase: AiUseCase): boolean => meetsPublic(useCase) && useCase.dossier.trainingRequired === true;
/** Named with its address in a public register: that of the Union, or the inventory of what decisions rest on. */
const isRegistered = (useCase: AiUseCase): boolean =>
  affectsPeople(useCase) || highRisk(useCase) || isExempted(useCase);

/** What a whole record says, in the order of the form. */
export const EXPECTATIONS: readonly Expectation[] = [
  { field: "longDescription", section: "identity" },
  { field: "team", section: "identity" },
  { field: "responsibleRole", section: "identity" },
  { field: "ownerEmail", section: "identity" },
  { field: "contactEmail", section: "identity" },
  { field: "postalAddress", section: "identity", when: isRegistered },
  { field: "publicPage", section: "identity", when: facesUsers },
  { field: "problem", section: "purpose" },
  { field: "goal", section: "purpose" },
  { field: "previousProcess", section: "purpose" },
  { field: "processIntegration", section: "purpose", when: meetsPublic },
  { field: "proportionality", section: "purpose", when: affectsPeople },
  { field: "benefits", section: "purpose" },
  { field: "functionDomain", section: "people" },
  { field: "agents", section: "people" },
  { field: "users", section: "people", when: facesUsers },
  { field: "geographicScope", section: "people" },
  { field: "frequency", section: "people" },
  { field: "facesUsers", section: "people" },
  { field: "disclosure", section: "people", when: facesUsers },
  { field: "humanChannel", section: "people", when: facesUsers },
  { field: "oversight", section: "people" },
  { field: "trainingRequired", section: "people" },
  { field: "training", section: "people", when: trains },
  { field: "legalBasis", section: "law", when: affectsPeople },
  { field: "decisionMention", section: "law", when: affectsPeople },
  { field: "parameters", section: "law", when: affectsPeople },
  { field: "operations", section: "law", when: affectsPeople },
  { field: "rulesUrl", section: "law", when: affectsPeople },
  { field: "appealRoute", section: "law", when: affectsPeople },
  { field: "aiActRole", section: "law" },
  { field: "aiActClass", section: "law" },
  { field: "annexI", section: "law", when: isHigh },
  { field: "annexIii", section: "law", when: highRisk },
  { field: "profiling", section: "law", when: isOfArea },
  { field: "article63", section: "law", when: isExempted },
  { field: "article63Reason", section: "law", when: isExempted },
  { field: "memberStates", section: "law", when: isExempted },
  { field: "providerEntryUrl", section: "law", when: highRisk },
  { field: "deployerEntryUrl", section: "law", when: highRisk },
  { field: "friaSummary", section: "law", when: highRisk },
  { field: "dpiaSummary", section: "law", when: isPersonal },
  { field: "publicationCategory", section: "law" },
  { field: "srenSensitive", section: "data" },
  { field: "srenHarm", section: "data" },
  { field: "dataSources", section: "data" },
  { field: "dataDescription", section: "data", when: meetsPublic },
  { field: "sensitiveAttributes", section: "data", when: meetsPublic },
  { field: "dataSharing", section: "data", when: meetsPublic },
  { field: "dataAccess", section: "data", when: meetsPublic },
  { field: "retention", section: "data" },
  { field: "processingRecord", section: "data", when: isPersonal },
  { field: "models", section: "system" },
  { field: "developedInHouse", section: "system", when: meetsPublic },
  { field: "suppliers", section: "system", when: isSupplied },
  { field: "supplierRole", section: "system", when: suppliesPublic },
  { field: "supplierDataAccess", section: "system", when: suppliesPublic },
  { field: "procurement", section: "system", when: isSupplied },
  { field: "proprietary", section: "system" },
  { field: "exitPlan", section: "system", when: isProprietary },
  { field: "reversibilityClause", section: "system", when: isProprietary },
  { field: "roadmapAction", section: "system", when: isProprietary },
  { field: "architecture", section: "system", when: meetsPublic },
  { field: "systemInput", section: "system", when: meetsPublic },
  { field: "systemOutput", section: "system", when: meetsPublic },
  { field: "modelRefined", section: "system", when: meetsPublic },
  { field: "modelName", section: "system", when: trainsModel },
  { field: "modelVersion", section: "system", when: trainsModel },
  { field: "modelTask", section: "system", when: trainsModel },
  { field: "modelInput", section: "system", when: trainsModel },
  { field: "modelOutput", section: "system", when: trainsModel },
  { field: "modelArchitecture", section: "system", when: trainsModel },
  { field: "modelPerformance", section: "system", when: trainsModel },
  { field: "developmentDatasets", section: "system", when: trainsModel },
  { field: "developmentQuantities", section: "system", when: trainsModel },
  { field: "developmentRepresentativeness", section: "system", when: trainsModel },
  { field: "developmentCollection", section: "system", when: trainsModel },
  { field: "methods", section: "system" },
  { field: "risks", section: "system" },
  { field: "maintenance", section: "system", when: meetsPublic },
  { field: "modalities", section: "system" },
  { field: "accessibility", section: "system" },
  { field: "energy", section: "system" },
  { field: "beginsOn", section: "calendar" },
];

export interface Completeness {
  /** Filled fields among those expected, in whole percent, rounded down: 100 means that nothing is missing. */
  readonly percent: number;
  readonly expected: number;
  readonly missing: readonly { readonly field: ExpectedField; readonly section: DossierSection }[];
}

const isFilled = (value: unknown): boolean =>
  value != null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** How much of what this use case should say it says. */
export function completenessOf(useCase: AiUseCase): Completeness {
  const said: Readonly<Record<string, unknown>> = { ...useCase.dossier, ...declaredFields(useCase) };
  const expected = EXPECTATIONS.filter(({ when }) => when === undefined || when(useCase));
  const missing = expected.filter(({ field }) => !isFilled(said[field]));
  return {
    percent: Math.floor((100 * (expected.length - missing.length)) / expected.length),
    expected: expected.length,
    missing: missing.map(({ field, section }) => ({ field, section })),
  };
}

const declaredFields = ({ ownerEmail, oversight }: AiUseCase): Record<DeclaredField, string> => ({
  ownerEmail,
  oversight,
});
