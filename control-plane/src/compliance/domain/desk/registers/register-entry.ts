/** A title with its address. */
interface Link {
  readonly title: string;
  readonly url: string;
}

/** What is said of a use case, flat, so that a mapping names one field of it. Unknown is `null` or empty. */
export interface RegisterEntry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly longDescription: string | null;
  readonly organisation: string;
  readonly ministry: string;
  readonly team: string | null;
  readonly responsibleRole: string | null;
  /** Mailbox of the service. */
  readonly contactEmail: string | null;
  readonly postalAddress: string | null;
  readonly publicPage: string | null;
  readonly state: string;
  readonly beginsOn: string | null;
  readonly endsOn: string | null;
  readonly publicationCategory: string | null;
  readonly functionDomain: string | null;
  readonly goal: string | null;
  readonly previousProcess: string | null;
  readonly proportionality: string | null;
  readonly benefits: readonly string[];
  readonly decisionRole: string;
  readonly affectsIndividuals: boolean;
  readonly facesUsers: boolean;
  readonly oversight: string;
  /** How what it gives is used in the whole process. */
  readonly processIntegration: string | null;
  readonly appealRoute: string | null;
  /** What agents learn first; that nothing is asked when that is declared. */
  readonly training: string | null;
  readonly frequency: string | null;
  readonly geographicScope: string | null;
  readonly users: number | null;
  readonly agents: number | null;
  readonly legalBasis: readonly Link[];
  readonly rulesUrl: string | null;
  readonly dataSources: readonly Link[];
  readonly labels: readonly string[];
  readonly modalities: readonly string[];
  readonly dataDescription: string | null;
  readonly sensitiveAttributes: string | null;
  readonly dataSharing: string | null;
  readonly dataAccess: string | null;
  readonly processingRecord: string | null;
  readonly methods: string | null;
  readonly models: readonly string[];
  /** Whether anybody outside the body takes part; `null` as long as nobody says. */
  readonly thirdParty: boolean | null;
  readonly suppliers: readonly string[];
  readonly supplierRole: string | null;
  readonly supplierDataAccess: string | null;
  readonly procurement: string | null;
  readonly sourceCodeUrl: string | null;
  readonly architecture: string | null;
  readonly systemInput: string | null;
  readonly systemOutput: string | null;
  readonly maintenance: string | null;
  /** The body trained, refined or tested a model itself; `null` as long as nobody says. */
  readonly modelRefined: boolean | null;
  readonly modelName: string | null;
  readonly modelVersion: string | null;
  readonly modelTask: string | null;
  readonly modelInput: string | null;
  readonly modelOutput: string | null;
  readonly modelArchitecture: string | null;
  readonly modelPerformance: string | null;
  readonly developmentDatasets: string | null;
  readonly developmentQuantities: string | null;
  readonly developmentRepresentativeness: string | null;
  readonly developmentCollection: string | null;
  readonly developmentCleaning: string | null;
  readonly risks: string | null;
  /** Rules of the treatment as a citizen reads them: what is weighed, with which weight, and what is done with it. */
  readonly parameters: string | null;
  readonly operations: string | null;
  readonly aiActRole: string | null;
  readonly aiActClass: string | null;
  readonly annexIii: string | null;
  readonly article63: string | null;
  readonly article63Reason: string | null;
  readonly profiling: boolean | null;
  readonly memberStates: readonly string[];
  /** The system's entry in the database of the Union, by its provider. */
  readonly providerEntryUrl: string | null;
  /** The body's own entry there, as deployer. */
  readonly deployerEntryUrl: string | null;
  readonly friaSummary: string | null;
  readonly dpiaSummary: string | null;
  /** Impact assessments that were made, by name and reference. */
  readonly assessments: readonly string[];
  /** The same with what they found, or why one was not needed. */
  readonly assessmentSummaries: readonly string[];
  /** The four items of article R.311-3-1-2; `null` when no individual decision is taken with it. */
  readonly contribution: string | null;
  readonly dataAndSources: string | null;
  /** Text of the explicit mention, under the same condition. */
  readonly mention: string | null;
}

export type EntryField = keyof RegisterEntry;
