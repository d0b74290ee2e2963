import type { AiUseCase } from "../../../../registry/index.js";
import {
  contributionOf,
  dataAndSourcesOf,
  explicitMention,
  type MentionFacts,
} from "../../../domain/desk/registers/explicit-mention.js";
import type { RegisterEntry } from "../../../domain/desk/registers/register-entry.js";

/** What a record cannot tell of itself. */
export interface EntrySurroundings {
  readonly organisation: string;
  readonly ministry: string;
}

/** A use case of the registry as registers read it. */
export function registerEntryOf(useCase: AiUseCase, around: EntrySurroundings): RegisterEntry {
  const { dossier } = useCase;
  const entry: Omit<RegisterEntry, "contribution" | "dataAndSources" | "mention"> = {
    ...around,
    ...mentionFacts(useCase, around.organisation),
    ...identity(useCase),
    ...purpose(dossier),
    ...use(dossier),
    ...law(useCase),
    ...impactAssessments(useCase),
    ...technique(dossier),
  };
  const mention = explicitMention(entry)?.text ?? null;
  const concerned = mention !== null;
  return {
    ...entry,
    contribution: concerned ? contributionOf(entry) : null,
    dataAndSources: concerned ? dataAndSourcesOf(entry) : null,
    mention,
  };
}

type Dossier = AiUseCase["dossier"];
/** In French, as the records are. */
const NO_TRAINING = "Aucune formation n'est exigée.";
const or = <Value>(value: Value | null | undefined): Value | null => value ?? null;

type Mentioned = Pick<AiUseCase, "name" | "decisionRole" | "affectsIndividuals" | "oversight" | "dossier">;

/** What a use case says of itself for the explicit mention. */
export const mentionFacts = (
  { name, decisionRole, affectsIndividuals, oversight, dossier }: Mentioned,
  organisation: string,
): MentionFacts => ({
  ...{ name, organisation, decisionRole, affectsIndividuals, oversight },
  contactEmail: or(dossier.contactEmail),
  goal: or(dossier.goal),
  processIntegration: or(dossier.processIntegration),
  rulesUrl: or(dossier.rulesUrl),
  legalBasis: dossier.legalBasis ?? [],
  dataSources: dossier.dataSources ?? [],
  dataDescription: or(dossier.dataDescription),
  parameters: or(dossier.parameters),
  operations: or(dossier.operations),
});

const identity = ({ id, slug, description, state, dossier }: AiUseCase) => ({
  ...{ id, slug, description, state },
  longDescription: or(dossier.longDescription),
  team: or(dossier.team),
  responsibleRole: or(dossier.responsibleRole),
  postalAddress: or(dossier.postalAddress),
  publicPage: or(dossier.publicPage),
  beginsOn: or(dossier.beginsOn),
  endsOn: or(dossier.endsOn),
  publicationCategory: or(dossier.publicationCategory),
  functionDomain: or(dossier.functionDomain),
});

const purpose = (dossier: Dossier) => ({
  previousProcess: or(dossier.previousProcess),
  proportionality: or(dossier.proportionality),
  benefits: (dossier.benefits ?? []).map(({ name, value, unit }) => `${name} : ${String(value)} ${unit}`),
});

const use = (dossier: Dossier) => ({
  facesUsers: dossier.facesUsers === true,
  appealRoute: or(dossier.appealRoute),
  training: dossier.training ?? (dossier.trainingRequired === false ? NO_TRAINING : null),
  geographicScope: or(dossier.geographicScope),
  frequency: or(dossier.frequency),
  users: or(dossier.users),
  agents: or(dossier.agents),
});

const law = ({ labels, dossier }: AiUseCase) => ({
  labels,
  modalities: dossier.modalities ?? [],
  sensitiveAttributes: or(dossier.sensitiveAttributes),
  dataSharing: or(dossier.dataSharing),
  dataAccess: or(dossier.dataAccess),
  processingRecord: or(dossier.processingRecord),
  aiActRole: or(dossier.aiActRole),
  aiActClass: or(dossier.aiActClass),
  annexIii: or(dossier.annexIii),
  article63: or(dossier.article63),
  article63Reason: or(dossier.article63Reason),
  profiling: or(dossier.profiling),
  memberStates: dossier.memberStates ?? [],
  providerEntryUrl: or(dossier.providerEntryUrl),
  deployerEntryUrl: or(dossier.deployerEntryUrl),
  friaSummary: or(dossier.friaSummary),
  dpiaSummary: or(dossier.dpiaSummary),
});

const DPIA = "Analyse d'impact sur la protection des données";
const FRIA = "Analyse d'impact sur les droits fondamentaux";

function impactAssessments({ evidence, dossier }: AiUseCase): Pick<RegisterEntry, AssessmentField> {
  const { dpiaSummary, friaSummary, dpiaWaived } = dossier;
  const dpia = dpiaWaived === true ? [] : assessment(DPIA, evidence.dpia, dpiaSummary);
  const made = [...dpia, ...assessment(FRIA, evidence.fria, friaSummary)];
  const waived = dpiaWaived === true && dpiaSummary != null ? [`${DPIA} : sans objet. ${dpiaSummary}`] : [];
  const told = made.map(({ title, summary }) => (summary == null ? title : `${title} : ${summary}`));
  return { assessments: made.map(({ title }) => title), assessmentSummaries: [...told, ...waived] };
}

type AssessmentField = "assessments" | "assessmentSummaries";
const assessment = (name: string, reference: string | undefined, summary: string | null | undefined) =>
  reference === undefined && summary == null
    ? []
    : [{ title: [name, ...(reference === undefined ? [] : [reference])].join(", "), summary }];

const technique = (dossier: Dossier) => ({
  methods: or(dossier.methods),
  models: dossier.models ?? [],
  ...thirdParties(dossier),
  supplierRole: or(dossier.supplierRole),
  supplierDataAccess: or(dossier.supplierDataAccess),
  architecture: or(dossier.architecture),
  systemInput: or(dossier.systemInput),
  systemOutput: or(dossier.systemOutput),
  maintenance: or(dossier.maintenance),
  modelRefined: or(dossier.modelRefined),
  modelName: or(dossier.modelName),
  modelVersion: or(dossier.modelVersion),
  modelTask: or(dossier.modelTask),
  modelInput: or(dossier.modelInput),
  modelOutput: or(dossier.modelOutput),
  modelArchitecture: or(dossier.modelArchitecture),
  modelPerformance: or(dossier.modelPerformance),
  developmentDatasets: or(dossier.developmentDatasets),
  developmentQuantities: or(dossier.developmentQuantities),
  developmentRepresentativeness: or(dossier.developmentRepresentativeness),
  developmentCollection: or(dossier.developmentCollection),
  developmentCleaning: or(dossier.developmentCleaning),
  procurement: or(dossier.procurement),
  sourceCodeUrl: or(dossier.sourceCodeUrl),
  risks: or(dossier.risks),
});

function thirdParties({ developedInHouse, suppliers }: Dossier): Pick<RegisterEntry, "thirdParty" | "suppliers"> {
  if (developedInHouse === true) return { thirdParty: false, suppliers: [] };
  return { thirdParty: (suppliers ?? []).length > 0 ? true : null, suppliers: suppliers ?? [] };
}
