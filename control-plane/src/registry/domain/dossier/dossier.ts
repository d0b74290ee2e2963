import { z } from "zod";
import { AI_ACT_CLASSES, AI_ACT_ROLES, ANNEX_III_POINTS, ARTICLE_6_3_GROUNDS, PROHIBITED_PRACTICES } from "./ai-act.js";

/** What a use case serves; the last four are the transversal functions that the selection method favours. */
export const FUNCTION_DOMAINS = [
  "office_work",
  "user_relation",
  "taxation",
  "justice",
  "security",
  "defence",
  "diplomacy",
  "education",
  "research",
  "culture",
  "health",
  "social_affairs",
  "labour",
  "environment",
  "agriculture",
  "economy",
  "software",
  "purchasing",
  "human_resources",
  "finance",
  "legal",
] as const;
export type FunctionDomain = (typeof FUNCTION_DOMAINS)[number];

export const MODALITIES = ["text", "audio", "image", "video", "code"] as const;
export const GEOGRAPHIC_SCOPES = ["international", "national", "regional", "local"] as const;
/** Categories under which public registers list it. */
export const PUBLICATION_CATEGORIES = ["high_risk_ai", "impactful", "other"] as const;

const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(4000);
const url = z.url({ protocol: /^https?$/ }).max(500);
const day = z.iso.date();
export const link = z.strictObject({ title: line, url });
const count = z.number().int().min(0).max(100_000_000);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(50);

/** One figure of what the use case brings, expected before and measured after. */
export const benefit = z.strictObject({
  name: line,
  kind: z.enum(["expected", "measured"]),
  value: z.number().finite(),
  unit: z.string().trim().min(1).max(60),
  on: day.nullish().describe("A day, such as 2026-06-16."),
  source: line.nullish(),
});

/**
 * What is said of a use case beside its declaration: enough for one record to be exported to the registers of the
 * Netherlands (Algoritmeregister 1.0), of the United Kingdom (ATRS 4.0) and of the AI Act (annex VIII). All may be missing;
 * the completeness score says what is.
 */
export const dossierSchema = z.strictObject({
  longDescription: text.nullish(),
  team: line.nullish(),
  responsibleRole: line.nullish(),
  /** Where the service is written to: public registers show both. Of the service, never of a person. */
  contactEmail: z.email().max(400).nullish(),
  postalAddress: line.nullish(),
  publicPage: url.nullish(),

  problem: text.nullish(),
  goal: text.nullish(),
  previousProcess: text.nullish(),
  /** How what it gives is used: by whom, for which step, with how much left to people. */
  processIntegration: text.nullish(),
  proportionality: text.nullish(),
  benefits: list(benefit).nullish(),

  functionDomain: z.enum(FUNCTION_DOMAINS).nullish(),
  agents: count.nullish(),
  users: count.nullish(),
  geographicScope: z.enum(GEOGRAPHIC_SCOPES).nullish(),
  frequency: line.nullish(),
  facesUsers: z.boolean().nullish(),
  disclosure: text.nullish(),
  humanChannel: text.nullish(),

  legalBasis: list(link).nullish(),
  decisionMention: text.nullish(),
  /** What is weighed and how much, then what is done with it, in words that whoever is concerned reads (R.311-3-1-2). */
  parameters: text.nullish(),
  operations: text.nullish(),
  rulesUrl: url.nullish(),
  appealRoute: text.nullish(),
  trainingRequired: z.boolean().nullish(),
  /** What agents learn before they use it. */
  training: text.nullish(),

  aiActRole: z.enum(AI_ACT_ROLES).nullish(),
  aiActClass: z.enum(AI_ACT_CLASSES).nullish(),
  /** A product of annex I, or a safety component of one, that a third party assesses (article 6, paragraph 1). */
  annexI: z.boolean().nullish(),
  annexIii: z.enum(ANNEX_III_POINTS).nullish(),
  article63: z.enum(ARTICLE_6_3_GROUNDS).nullish(),
  article63Reason: text.nullish(),
  /** It profiles people: article 6(3) then excepts it from nothing. */
  profiling: z.boolean().nullish(),
  prohibitedPractice: z.enum(PROHIBITED_PRACTICES).nullish(),
  providerEntryUrl: url.nullish(),
  /** The body's own entry, as deployer, in the database of the Union (article 49, paragraph 3). */
  deployerEntryUrl: url.nullish(),
  friaSummary: text.nullish(),
  dpiaSummary: text.nullish(),
  /** It was decided that no impact assessment is needed: there is none, which is another fact than one that was done. */
  dpiaWaived: z.boolean().nullish(),
  memberStates: list(z.string().regex(/^[A-Z]{2}$/)).nullish(),

  /** The two cumulative criteria of article 31 of the SREN law: sensitive data, and harm if it leaked. */
  srenSensitive: z.boolean().nullish(),
  srenHarm: z.boolean().nullish(),
  dataSources: list(link).nullish(),
  dataDescription: text.nullish(),
  /** What of these data is personal or may stand for it, in words. */
  sensitiveAttributes: text.nullish(),
  dataSharing: text.nullish(),
  /** Who sees these data, where and for how long. */
  dataAccess: text.nullish(),
  retention: line.nullish(),
  processingRecord: line.nullish(),
  /** `false` when the body processes the health data of its own care only. */
  healthForThirdParty: z.boolean().nullish(),

  models: list(line).nullish(),
  /** Nobody outside the body takes part in it. */
  developedInHouse: z.boolean().nullish(),
  suppliers: list(line).nullish(),
  supplierRole: text.nullish(),
  supplierDataAccess: text.nullish(),
  procurement: line.nullish(),
  proprietary: z.boolean().nullish(),
  exitPlan: line.nullish(),
  /** Last day on which the exit plan holds. */
  exitPlanEndsOn: day.nullish(),
  /** Where the contract says how it is left. */
  reversibilityClause: line.nullish(),
  /** Action of the ministry's roadmap that ends or bounds the dependency. */
  roadmapAction: line.nullish(),
  sourceCodeUrl: url.nullish(),
  architecture: text.nullish(),
  systemInput: text.nullish(),
  systemOutput: text.nullish(),
  /** The body trained, refined or tested a model itself, instead of taking one as it is. */
  modelRefined: z.boolean().nullish(),
  /** What registers ask of a model that the body trained or refined, and of the data it did that with. */
  modelName: text.nullish(),
  modelVersion: text.nullish(),
  modelTask: text.nullish(),
  modelInput: text.nullish(),
  modelOutput: text.nullish(),
  modelArchitecture: text.nullish(),
  modelPerformance: text.nullish(),
  developmentDatasets: text.nullish(),
  developmentQuantities: text.nullish(),
  developmentRepresentativeness: text.nullish(),
  developmentCollection: text.nullish(),
  developmentCleaning: text.nullish(),
  methods: text.nullish(),
  risks: text.nullish(),
  maintenance: text.nullish(),
  languages: z.number().int().min(1).max(1000).nullish(),
  /** Tool calls after which an agent answers; 0: it calls none. */
  toolCallLimit: z.number().int().min(0).max(1000).nullish(),
  modalities: list(z.enum(MODALITIES)).nullish(),
  accessibility: line.nullish(),
  energy: line.nullish(),

  beginsOn: day.nullish(),
  endsOn: day.nullish(),
  /** Day by which it is evaluated again; past it, it no longer runs. */
  evaluationDueOn: day.nullish(),
  nextMilestone: line.nullish(),
  nextMilestoneOn: day.nullish(),
  lineage: line.nullish(),
  publicationCategory: z.enum(PUBLICATION_CATEGORIES).nullish(),
});
export type Dossier = z.output<typeof dossierSchema>;
export type DossierField = keyof Dossier;

/** The present dossier with the fields of `change` written over; `null` takes a field out, an absent one stays. */
export function amendedDossier(present: Dossier, change: Dossier): Dossier {
  const merged = Object.entries({ ...present, ...dropUndefined(change) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

const dropUndefined = (change: Dossier): Dossier =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
