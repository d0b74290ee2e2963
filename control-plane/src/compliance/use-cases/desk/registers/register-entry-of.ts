import type { AiUseCase } from "../../../../registry/index.js";
import { explicitMention } from "../../../domain/desk/registers/explicit-mention.js";
import type { RegisterEntry } from "../../../domain/desk/registers/register-entry.js";

/** What a record cannot tell of itself. */
export interface EntrySurroundings {
  readonly organisation: string;
  readonly ministry: string;
  readonly assessments: readonly string[];
  readonly exportedOn: string;
}

/** A use case of the registry as registers read it. */
export function registerEntryOf(useCase: AiUseCase, around: EntrySurroundings): RegisterEntry {
  const { dossier } = useCase;
  const entry: Omit<RegisterEntry, "mention"> = {
    ...around,
    ...identity(useCase),
    ...purpose(dossier),
    ...use(useCase),
    ...law(useCase),
    ...technique(dossier),
  };
  return { ...entry, mention: explicitMention(entry)?.text ?? null };
}

type Dossier = AiUseCase["dossier"];
const or = <Value>(value: Value | null | undefined): Value | null => value ?? null;

const identity = ({ id, slug, name, description, ownerEmail, state, dossier }: AiUseCase) => ({
  ...{ id, slug, name, description, state },
  longDescription: or(dossier.longDescription),
  team: or(dossier.team),
  responsibleRole: or(dossier.responsibleRole),
  contactEmail: ownerEmail,
  postalAddress: or(dossier.postalAddress),
  publicPage: or(dossier.publicPage),
  beginsOn: or(dossier.beginsOn),
  endsOn: or(dossier.endsOn),
  publicationCategory: or(dossier.publicationCategory),
  functionDomain: or(dossier.functionDomain),
});

const purpose = (dossier: Dossier) => ({
  problem: or(dossier.problem),
  goal: or(dossier.goal),
  previousProcess: or(dossier.previousProcess),
  proportionality: or(dossier.proportionality),
  benefits: (dossier.benefits ?? []).map(({ name, value, unit }) => `${name} : ${String(value)} ${unit}`),
});

const use = ({ decisionRole, affectsIndividuals, oversight, dossier }: AiUseCase) => ({
  ...{ decisionRole, affectsIndividuals, oversight },
  appealRoute: or(dossier.appealRoute),
  trainingRequired: or(dossier.trainingRequired),
  frequency: or(dossier.frequency),
  users: or(dossier.users),
  agents: or(dossier.agents),
});

const law = ({ labels, dossier }: AiUseCase) => ({
  labels,
  legalBasis: dossier.legalBasis ?? [],
  rulesUrl: or(dossier.rulesUrl),
  dataSources: dossier.dataSources ?? [],
  retention: or(dossier.retention),
  processingRecord: or(dossier.processingRecord),
  aiActRole: or(dossier.aiActRole),
  aiActClass: or(dossier.aiActClass),
  annexIii: or(dossier.annexIii),
  article63: or(dossier.article63),
  article63Reason: or(dossier.article63Reason),
  memberStates: dossier.memberStates ?? [],
  providerEntryUrl: or(dossier.providerEntryUrl),
  deployerEntryUrl: or(dossier.deployerEntryUrl),
  friaSummary: or(dossier.friaSummary),
  dpiaSummary: or(dossier.dpiaSummary),
});

const technique = (dossier: Dossier) => ({
  methods: or(dossier.methods),
  models: dossier.models ?? [],
  suppliers: dossier.suppliers ?? [],
  procurement: or(dossier.procurement),
  sourceCodeUrl: or(dossier.sourceCodeUrl),
  risks: or(dossier.risks),
});
