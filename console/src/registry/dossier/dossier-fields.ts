import type {
  AiActClass,
  AiActRole,
  AnnexIiiPoint,
  Article63Ground,
  DecisionRole,
  DossierSection,
  GeographicScope,
  Modality,
  ProhibitedPractice,
  PublicationCategory,
  ServiceClass,
  StaffEffect,
  UseCaseDossierInput,
} from "../../generated/operations";
import type { FieldSpec } from "../../parts/form/field-spec";
import { LABELS } from "../../parts/use-cases/labels";
import { FUNCTION_DOMAINS } from "../../selection/criteria";

export type DeclaredField =
  | "name"
  | "description"
  | "labels"
  | "serviceClass"
  | "maxOutputTokens"
  | "decisionRole"
  | "affectsIndividuals"
  | "staffEffect"
  | "ownerEmail"
  | "oversight";
export type DossierField = keyof UseCaseDossierInput;
export type AmendField = DeclaredField | DossierField;

/** How a value is written in a form: as text, as a figure, as yes or no, as one or several of a list, or as rows. */
export type Shape = "text" | "figure" | "flag" | "choice" | "many" | "lines" | "rows";

export interface AmendSpec {
  readonly name: AmendField;
  readonly section: DossierSection | "DECLARED";
  readonly shape: Shape;
  readonly spec: Omit<FieldSpec, "name" | "choices">;
  /** Of a choice: its values, and where their words are. */
  readonly options?: { readonly values: readonly string[]; readonly words: string };
}

const CLASSES: readonly ServiceClass[] = ["INTERACTIVE", "STANDARD", "BATCH"];
const DECISIONS: readonly DecisionRole[] = ["NONE", "ASSIST", "PREPARE", "DECIDE_WITH_VALIDATION", "AUTONOMOUS"];
const STAFF_EFFECTS: readonly StaffEffect[] = ["NONE", "AUGMENTATION", "SUBSTITUTION"];
const SCOPES: readonly GeographicScope[] = ["INTERNATIONAL", "NATIONAL", "REGIONAL", "LOCAL"];
const ROLES: readonly AiActRole[] = ["PROVIDER", "DEPLOYER"];
const AI_CLASSES: readonly AiActClass[] = ["PROHIBITED", "HIGH", "LIMITED", "MINIMAL"];
const ANNEX: readonly AnnexIiiPoint[] = [
  "BIOMETRICS",
  "CRITICAL_INFRASTRUCTURE",
  "EDUCATION",
  "EMPLOYMENT",
  "ESSENTIAL_SERVICES",
  "LAW_ENFORCEMENT",
  "MIGRATION",
  "JUSTICE_DEMOCRACY",
];
const GROUNDS: readonly Article63Ground[] = [
  "NARROW_PROCEDURAL_TASK",
  "IMPROVES_COMPLETED_ACTIVITY",
  "DETECTS_PATTERNS",
  "PREPARATORY_TASK",
];
const PRACTICES: readonly ProhibitedPractice[] = [
  "MANIPULATION",
  "EXPLOITATION_OF_VULNERABILITY",
  "SOCIAL_SCORING",
  "CRIME_PREDICTION_BY_PROFILING",
  "UNTARGETED_FACE_SCRAPING",
  "EMOTION_INFERENCE",
  "BIOMETRIC_CATEGORISATION",
  "REAL_TIME_BIOMETRIC_IDENTIFICATION",
  "INTIMATE_IMAGERY",
];
const CATEGORIES: readonly PublicationCategory[] = ["HIGH_RISK_AI", "IMPACTFUL", "OTHER"];
const MODALITIES: readonly Modality[] = ["TEXT", "AUDIO", "IMAGE", "VIDEO", "CODE"];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

type Section = AmendSpec["section"];
const optional = true;
const field = (
  section: Section,
  name: AmendField,
  shape: Shape,
  spec: AmendSpec["spec"],
  options?: AmendSpec["options"],
): AmendSpec => ({ name, section, shape, spec, ...(options === undefined ? {} : { options }) });

const line = (section: Section, name: AmendField) => field(section, name, "text", { kind: "line", optional, max: 400 });
const text = (section: Section, name: AmendField) =>
  field(section, name, "text", { kind: "text", optional, max: 4000 });
const url = (section: Section, name: AmendField) => field(section, name, "text", { kind: "url", optional, max: 500 });
const day = (section: Section, name: AmendField) => field(section, name, "text", { kind: "day", optional });
const count = (section: Section, name: AmendField, max = 100_000_000, min = 0) =>
  field(section, name, "figure", { kind: "whole", optional, min, max });
const flag = (section: Section, name: AmendField) =>
  field(section, name, "flag", { kind: "choice", optional }, { values: ["yes", "no"], words: "yesNo" });
const choice = (section: Section, name: AmendField, values: readonly string[], words: string) =>
  field(section, name, "choice", { kind: "choice", optional }, { values, words });
const lines = (section: Section, name: AmendField, pattern?: RegExp) =>
  field(section, name, "lines", { kind: "lines", optional, max: 400, ...(pattern === undefined ? {} : { pattern }) });
const rows = (section: Section, name: AmendField) =>
  field(section, name, "rows", { kind: "rows", optional, columns: ROW_SPECS[name] ?? [] });

/** Fields that are lists of small records, and what each row holds. */
const ROW_SPECS: Readonly<Partial<Record<AmendField, readonly FieldSpec[]>>> = {
  benefits: [
    { name: "benefitName", kind: "line", max: 400 },
    { name: "benefitKind", kind: "choice" },
    { name: "benefitValue", kind: "number" },
    { name: "benefitUnit", kind: "line", max: 60 },
    { name: "benefitOn", kind: "day", optional },
    { name: "benefitSource", kind: "line", optional, max: 400 },
  ],
  legalBasis: [
    { name: "linkTitle", kind: "line", max: 400 },
    { name: "linkUrl", kind: "url", max: 500 },
  ],
  dataSources: [
    { name: "linkTitle", kind: "line", max: 400 },
    { name: "linkUrl", kind: "url", max: 500 },
  ],
};

/** Every field that an amendment can write, in the order of the form. */
export const AMEND_SPECS: readonly AmendSpec[] = [
  field("DECLARED", "name", "text", { kind: "line", min: 3, max: 100 }),
  field("DECLARED", "description", "text", { kind: "text", min: 1, max: 400 }),
  field("DECLARED", "labels", "many", { kind: "many", optional }, { values: LABELS, words: "label" }),
  field("DECLARED", "serviceClass", "choice", { kind: "choice" }, { values: CLASSES, words: "serviceClass" }),
  field("DECLARED", "maxOutputTokens", "figure", { kind: "whole", min: 1, max: 1_000_000, unit: "tokens" }),
  field("DECLARED", "decisionRole", "choice", { kind: "choice" }, { values: DECISIONS, words: "decisionRole" }),
  field("DECLARED", "affectsIndividuals", "flag", { kind: "choice" }, { values: ["yes", "no"], words: "yesNo" }),
  field("DECLARED", "staffEffect", "choice", { kind: "choice" }, { values: STAFF_EFFECTS, words: "staffEffect" }),
  field("DECLARED", "ownerEmail", "text", { kind: "line", optional, pattern: EMAIL }),
  field("DECLARED", "oversight", "text", { kind: "text", optional, max: 4000 }),

  text("IDENTITY", "longDescription"),
  line("IDENTITY", "team"),
  line("IDENTITY", "responsibleRole"),
  field("IDENTITY", "contactEmail", "text", { kind: "line", optional, max: 400, pattern: EMAIL }),
  line("IDENTITY", "postalAddress"),
  url("IDENTITY", "publicPage"),

  text("PURPOSE", "problem"),
  text("PURPOSE", "goal"),
  text("PURPOSE", "previousProcess"),
  text("PURPOSE", "processIntegration"),
  text("PURPOSE", "proportionality"),
  rows("PURPOSE", "benefits"),

  choice("PEOPLE", "functionDomain", FUNCTION_DOMAINS, "functionDomain"),
  count("PEOPLE", "agents"),
  count("PEOPLE", "users"),
  choice("PEOPLE", "geographicScope", SCOPES, "geographicScope"),
  line("PEOPLE", "frequency"),
  flag("PEOPLE", "facesUsers"),
  text("PEOPLE", "disclosure"),
  text("PEOPLE", "humanChannel"),
  flag("PEOPLE", "trainingRequired"),
  text("PEOPLE", "training"),

  rows("LAW", "legalBasis"),
  text("LAW", "decisionMention"),
  text("LAW", "parameters"),
  text("LAW", "operations"),
  url("LAW", "rulesUrl"),
  text("LAW", "appealRoute"),
  choice("LAW", "aiActRole", ROLES, "aiActRole"),
  choice("LAW", "aiActClass", AI_CLASSES, "aiActClass"),
  flag("LAW", "annexI"),
  choice("LAW", "annexIii", ANNEX, "annexIii"),
  choice("LAW", "article63", GROUNDS, "article63"),
  text("LAW", "article63Reason"),
  flag("LAW", "profiling"),
  choice("LAW", "prohibitedPractice", PRACTICES, "prohibitedPractice"),
  url("LAW", "providerEntryUrl"),
  url("LAW", "deployerEntryUrl"),
  text("LAW", "friaSummary"),
  text("LAW", "dpiaSummary"),
  flag("LAW", "dpiaWaived"),
  lines("LAW", "memberStates", /^[A-Z]{2}$/u),
  choice("LAW", "publicationCategory", CATEGORIES, "publicationCategory"),

  flag("DATA", "srenSensitive"),
  flag("DATA", "srenHarm"),
  rows("DATA", "dataSources"),
  text("DATA", "dataDescription"),
  text("DATA", "sensitiveAttributes"),
  text("DATA", "dataSharing"),
  text("DATA", "dataAccess"),
  line("DATA", "retention"),
  line("DATA", "processingRecord"),
  flag("DATA", "healthForThirdParty"),

  lines("SYSTEM", "models"),
  flag("SYSTEM", "developedInHouse"),
  lines("SYSTEM", "suppliers"),
  text("SYSTEM", "supplierRole"),
  text("SYSTEM", "supplierDataAccess"),
  line("SYSTEM", "procurement"),
  flag("SYSTEM", "proprietary"),
  line("SYSTEM", "exitPlan"),
  day("SYSTEM", "exitPlanEndsOn"),
  line("SYSTEM", "reversibilityClause"),
  line("SYSTEM", "roadmapAction"),
  url("SYSTEM", "sourceCodeUrl"),
  text("SYSTEM", "architecture"),
  text("SYSTEM", "systemInput"),
  text("SYSTEM", "systemOutput"),
  flag("SYSTEM", "modelRefined"),
  text("SYSTEM", "modelName"),
  text("SYSTEM", "modelVersion"),
  text("SYSTEM", "modelTask"),
  text("SYSTEM", "modelInput"),
  text("SYSTEM", "modelOutput"),
  text("SYSTEM", "modelArchitecture"),
  text("SYSTEM", "modelPerformance"),
  text("SYSTEM", "developmentDatasets"),
  text("SYSTEM", "developmentQuantities"),
  text("SYSTEM", "developmentRepresentativeness"),
  text("SYSTEM", "developmentCollection"),
  text("SYSTEM", "developmentCleaning"),
  text("SYSTEM", "methods"),
  text("SYSTEM", "risks"),
  text("SYSTEM", "maintenance"),
  count("SYSTEM", "languages", 1000, 1),
  count("SYSTEM", "toolCallLimit", 1000),
  field("SYSTEM", "modalities", "many", { kind: "many", optional }, { values: MODALITIES, words: "modality" }),
  line("SYSTEM", "accessibility"),
  line("SYSTEM", "energy"),

  day("CALENDAR", "beginsOn"),
  day("CALENDAR", "endsOn"),
  day("CALENDAR", "evaluationDueOn"),
  line("CALENDAR", "nextMilestone"),
  day("CALENDAR", "nextMilestoneOn"),
  line("CALENDAR", "lineage"),
];

export const SECTIONS = [
  "DECLARED",
  "IDENTITY",
  "PURPOSE",
  "PEOPLE",
  "LAW",
  "DATA",
  "SYSTEM",
  "CALENDAR",
] as const satisfies readonly Section[];

/** The fields of an amendment's form with their words, then why it is made. */
export function amendSpecs(t: (key: string) => string): readonly FieldSpec<AmendField | "reason">[] {
  const worded = ({ values, words }: NonNullable<AmendSpec["options"]>) =>
    values.map((one) => [one, t(`${words}.${one}`)] as const);
  const kinds = worded({ values: ["EXPECTED", "MEASURED"], words: "benefitKind" });
  const columnOf = (column: FieldSpec): FieldSpec =>
    column.kind === "choice" ? { ...column, choices: kinds } : column;
  const fields = AMEND_SPECS.map(({ name, spec, options }): FieldSpec<AmendField> => ({
    ...spec,
    name,
    ...(options === undefined ? {} : { choices: worded(options) }),
    ...(spec.columns === undefined ? {} : { columns: spec.columns.map(columnOf) }),
  }));
  return [...fields, { name: "reason", kind: "text", min: 3, max: 2000 }];
}
