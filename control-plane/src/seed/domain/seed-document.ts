import {
  BUDGET_PERIODS,
  DATA_LABELS,
  EXHAUSTION_RULES,
  LIMIT_KINDS,
  SERVICE_CLASSES,
  USE_CASE_STATES,
  type LimitKind,
} from "@socle/contracts";
import { z } from "zod";
import {
  seedBrick,
  seedConsultation,
  seedEvaluation,
  seedPlanRecord,
  seedShadowTool,
  seedTraining,
} from "./seed-records.js";
import { ROLES } from "../../kernel/actor.js";
import { seedPast } from "./seed-past.js";
import { seedRoadmap, seedRoadmapReference } from "./seed-roadmap.js";
import { SEED_BUDGET_UNITS } from "./seed-units.js";

const text = (max: number) => z.string().trim().min(1).max(max);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens")
  .max(60);
/** YAML reads `2026-06-16` as text; hours are allowed too. */
const date = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)), "a date such as 2026-06-16")
  .transform((value) => new Date(value).toISOString());
const day = z.iso.date();
const digits = (length: number) => z.string().regex(new RegExp(`^\\d{${length}}$`), `${length} digits in quotes`);
const gpus = z.number().nonnegative().max(1_000_000);
const labels = z.array(z.enum(DATA_LABELS)).max(DATA_LABELS.length);

/** `organisation:slug`, `use-case:slug` or `application:slug`. */
const node = z
  .string()
  .regex(/^(organisation|use-case|application):[a-z0-9]+(-[a-z0-9]+)*$/, "organisation:…, use-case:… or application:…");

const organisation = z.strictObject({
  slug,
  name: text(200),
  acronym: text(40).nullish(),
  kind: z.enum(["state", "ministry", "direction", "operator", "authority", "gip", "other_body"]),
  parent: slug.nullish(),
  siren: digits(9).nullish(),
  siret: digits(14).nullish(),
  validFrom: date.default("2020-01-01T00:00:00.000Z"),
  validTo: date.nullish(),
});

const membership = z.strictObject({
  organisation: slug,
  role: z.enum(ROLES),
  validFrom: date.nullish(),
  validTo: date.nullish(),
});

const person = z.strictObject({
  email: z.email().transform((value) => value.toLowerCase()),
  name: text(100),
  /** Works for the administration without being its agent; may not validate. */
  contractor: z.boolean().default(false),
  /** Second factor at the local sign-in; a real provider tells by itself. */
  mfa: z.boolean().default(true),
  memberships: z.array(membership).default([]),
});

const model = z.strictObject({
  name: text(200),
  publisher: text(100),
  publisherCountry: z.string().regex(/^[A-Z]{2}$/, "a country as two capital letters"),
  licence: text(100),
  contextWindow: z.number().int().positive(),
  /** Where it comes from, as far as it is known; the registry knows and checks the fields. */
  provenance: z.record(z.string(), z.unknown()).default({}),
  /** Where it is in its life; approved when left out, and as it stands where it is known. */
  state: z.enum(["proposed", "validated", "assessed", "approved", "deprecated", "retired", "refused"]).nullish(),
  /** Body that asked for it. */
  proposedFor: slug.nullish(),
  /** E-mail of a person of this file. */
  proposedBy: z.email().nullish(),
  /** With `deprecated` and `retired`: the end that was announced. */
  sunset: z
    .strictObject({
      announcedAt: date,
      endsAt: date,
      /** Name of the model to call instead. */
      replacement: text(200).nullish(),
      reason: text(2000),
    })
    .nullish(),
  aliases: z.array(text(200)).default([]),
});

const endpoint = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: "an http or https URL" })
      .transform((value) => value.replace(/\/+$/, "").replace(/\/v1$/, ""))
      .optional(),
    /** Name of the environment variable that holds the model server's own key. */
    apiKeyVariable: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/, "a variable's name in capitals")
      .nullish(),
    simulated: z.boolean().default(false),
  })
  .refine(({ url, simulated }) => simulated || url !== undefined, {
    path: ["url"],
    message: "an endpoint needs its URL",
  });

const deployment = z.strictObject({
  model: text(200),
  /** What the model server expects in `model`; the model's name when absent. */
  servedName: text(200).optional(),
  gpusPerReplica: z.number().int().positive().max(1024),
  profile: z.strictObject({
    alphaSeconds: z.number().positive(),
    betaSeconds: z.number().nonnegative(),
    prefillSecondsPerToken: z.number().nonnegative(),
    referenceBatch: z.number().int().positive(),
    maxSequences: z.number().int().positive(),
  }),
  /** Euros per million tokens. */
  price: z.strictObject({ inputPerMillion: z.number().nonnegative(), outputPerMillion: z.number().nonnegative() }),
  energy: z.strictObject({
    kWhPerMillionTokens: z.number().nonnegative(),
    kgCO2eqPerKWh: z.number().nonnegative(),
    method: text(200),
  }),
  endpoints: z.array(endpoint).min(1),
});

const pool = z.strictObject({
  slug,
  name: text(100),
  gpuClass: text(60),
  gpuCount: z.number().int().positive(),
  acceptedLabels: labels,
  hosting: z.enum(["state_internal", "state_community", "commercial"]),
  /** Qualifications, places, control, as far as they are known; serving knows and checks the fields. */
  standing: z.record(z.string(), z.unknown()).default({}),
  active: z.boolean().default(true),
  /** The figures are made up; screens say so. */
  invented: z.boolean().default(false),
  deployments: z.array(deployment).default([]),
});

const key = z.union(
  [
    z.strictObject({
      secret: z.string().regex(/^socle_[A-Za-z0-9_-]{20,100}$/, "socle_ and at least 20 characters"),
      expiresAt: date.optional(),
      revokedAt: date.nullish(),
    }),
    z.strictObject({
      prefix: z.string().min(6).max(20),
      hash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
      expiresAt: date,
      revokedAt: date.nullish(),
    }),
  ],
  { error: "a key is either `secret` (socle_ and at least 20 characters), or `prefix`, `hash` and `expiresAt`" },
);

const application = z.strictObject({
  slug,
  name: text(100),
  environment: z.enum(["development", "test", "production"]).default("production"),
  models: z.array(text(200)).nullish(),
  keys: z.array(key).default([]),
});

const useCase = z.strictObject({
  slug,
  name: text(100),
  description: text(400),
  organisation: slug,
  state: z.enum(USE_CASE_STATES),
  suspendedFrom: z.enum(USE_CASE_STATES).nullish(),
  labels,
  serviceClass: z.enum(SERVICE_CLASSES).default("standard"),
  maxOutputTokens: z.number().int().min(1).max(1_000_000).default(1024),
  decisionRole: z.enum(["none", "assist", "prepare", "decide_with_validation", "autonomous"]),
  affectsIndividuals: z.boolean(),
  staffEffect: z.enum(["none", "augmentation", "substitution"]),
  ownerEmail: z.union([z.literal(""), z.email()]).default(""),
  oversight: z.string().trim().max(4000).default(""),
  evidence: z.record(z.string(), text(500)).default({}),
  /** E-mail of a person of this file. */
  declaredBy: z.email().nullish(),
  declaredAt: date.optional(),
  /** Who wrote its present fields, when that is somebody else. */
  amendedBy: z.email().nullish(),
  /** What a whole record says beside the declaration; the registry knows and checks the fields. */
  dossier: z.record(z.string(), z.unknown()).default({}),
  /** Of a body's own assistant: whether it gives way to a common one, and why. */
  convergence: z
    .strictObject({
      status: z.enum(["converge", "keep"]),
      target: slug.nullish(),
      reason: text(2000),
      by: day.nullish(),
    })
    .nullish(),
  /** With `merged`: what took it over. */
  mergedInto: slug.nullish(),
  evaluations: z.array(seedEvaluation).default([]),
  consultations: z.array(seedConsultation).default([]),
  applications: z.array(application).default([]),
});

const allocation = z.strictObject({
  pool: slug,
  node,
  nominal: gpus,
  guarantee: gpus.default(0),
  lendLimit: gpus.nullish(),
  borrowLimit: gpus.nullish(),
  weight: z.number().nonnegative().max(1000).default(1),
  criticality: z.number().int().min(1).max(4).default(4),
  historyFactor: z.number().nonnegative().max(100).default(0),
});

const budget = z.strictObject({
  node,
  unit: z.enum(SEED_BUDGET_UNITS),
  period: z.enum(BUDGET_PERIODS),
  amount: z.number().nonnegative(),
  model: text(200).nullish(),
  onExhaust: z.enum(EXHAUSTION_RULES).default("block"),
  hard: z.boolean().default(true),
  firstMonth: z.number().int().min(1).max(12).default(1),
});

const ceiling = z.number().int().nonnegative().nullish();
const limit = z.strictObject({
  node,
  model: text(200).nullish(),
  ...(Object.fromEntries(LIMIT_KINDS.map((kind) => [kind, ceiling])) as Record<LimitKind, typeof ceiling>),
  hard: z.boolean().default(false),
});

/** What somebody wrote in a template's fields, by key. */
const cells = z.record(z.string().max(64), z.union([z.string(), z.number(), z.array(z.string())]));

const campaign = z.strictObject({
  name: text(120),
  kind: z.enum(["capacity", "roadmap", "training", "use_cases"]).default("capacity"),
  state: z.enum(["draft", "open", "closed", "consolidated"]).default("open"),
  opensAt: date,
  closesAt: date,
  /** Organisations that are asked, with those below them; all when absent. */
  scope: z.array(slug).default([]),
  firstQuarter: z.string().regex(/^20\d{2}Q[1-4]$/, "a quarter such as 2026Q4"),
  quarterCount: z.number().int().min(1).max(12),
  reminderDays: z.array(z.number().int().min(0).max(365)).default([30, 7, 1]),
  declarations: z
    .array(
      z.strictObject({
        organisation: slug,
        state: z.enum(["draft", "submitted", "returned", "validated", "reviewed", "accepted"]).default("draft"),
        declaredBy: z.email().nullish(),
        lines: z.array(cells).default([]),
      }),
    )
    .default([]),
  needs: z
    .array(
      z.strictObject({
        organisation: slug,
        state: z
          .enum([
            "draft",
            "submitted",
            "returned",
            "validated",
            "reviewed",
            "accepted",
            "matched",
            "partially_matched",
            "unmet",
          ])
          .default("draft"),
        declaredBy: z.email().nullish(),
        cells,
      }),
    )
    .default([]),
});

/** A whole registry as one document. Every key is listed here: an unknown one is a mistake, not an extension. */
export const seedDocument = z.strictObject({
  version: z.literal(1),
  name: text(100).optional(),
  organisations: z.array(organisation).default([]),
  people: z.array(person).default([]),
  models: z.array(model).default([]),
  pools: z.array(pool).default([]),
  useCases: z.array(useCase).default([]),
  bricks: z.array(seedBrick).default([]),
  shadowTools: z.array(seedShadowTool).default([]),
  plan: z.array(seedPlanRecord).default([]),
  trainings: z.array(seedTraining).default([]),
  allocations: z.array(allocation).default([]),
  budgets: z.array(budget).default([]),
  limits: z.array(limit).default([]),
  campaigns: z.array(campaign).default([]),
  roadmapReferences: z.array(seedRoadmapReference).default([]),
  roadmaps: z.array(seedRoadmap).default([]),
  past: seedPast.nullish(),
});

export type SeedDocument = z.output<typeof seedDocument>;
export type SeedOrganisation = SeedDocument["organisations"][number];
export type SeedModel = SeedDocument["models"][number];
export type SeedPool = SeedDocument["pools"][number];
export type SeedUseCase = SeedDocument["useCases"][number];
export type SeedApplication = SeedUseCase["applications"][number];
export type SeedCampaign = SeedDocument["campaigns"][number];
export type SeedKey = SeedApplication["keys"][number];
