import { PLAN_KIND_NAMES } from "@socle/contracts";
import { z } from "zod";

const text = (max: number) => z.string().trim().min(1).max(max);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and hyphens");
const url = z.url({ protocol: /^https?$/, error: "an http or https URL" });
/** As dates of the format are: a day, or a moment. */
const date = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)), "a date such as 2026-06-16")
  .transform((value) => new Date(value).toISOString());
const count = z.number().int().nonnegative();
/** E-mail of a person of the file. */
const person = z.email().nullish();

const metric = z.strictObject({
  ...{ name: text(200), value: z.number(), unit: text(40), low: z.number().nullish(), high: z.number().nullish() },
  ...{ confidence: z.number().nullish(), sample: z.number().nullish(), source: text(500).nullish() },
});

/** Of a use case, by somebody apart or not. */
export const seedEvaluation = z.strictObject({
  ...{ protocol: text(2000), body: text(200), independent: z.boolean(), sample: text(500).nullish() },
  ...{ metrics: z.array(metric).default([]), verdict: text(20).nullish(), summary: text(4000).nullish() },
  ...{ publicationUrl: url.nullish(), state: z.enum(["planned", "running", "published"]), plannedBy: person },
  ...{ plannedAt: date, publishedAt: date.nullish() },
});

/** What staff representatives were told of a use case, and said. */
export const seedConsultation = z.strictObject({
  ...{ body: text(200), heldOn: z.iso.date(), summary: text(4000), documentUrl: url.nullish(), recordedBy: person },
  opinion: z.enum(["favourable", "reserved", "unfavourable", "none_given"]),
});

/** What bodies declare beside their use cases. */
export const seedBrick = z.strictObject({
  ...{ organisation: slug, slug, name: text(100), description: text(400), repositoryUrl: url, licence: text(60) },
  ...{ publiccodeUrl: url.nullish(), state: z.enum(["listed", "recommended", "deprecated"]).default("listed") },
  listedAt: date,
});

export const seedShadowTool = z.strictObject({
  ...{ organisation: slug, name: text(100), vendor: text(100), vendorCountry: z.string().regex(/^[A-Z]{2}$/) },
  ...{ purpose: text(1000), agents: count.nullish(), answer: text(2000).nullish(), declaredBy: person },
  ...{ state: z.enum(["declared", "answered", "closed"]).default("declared"), declaredAt: date },
  /** Slug of the use case that is offered instead. */
  alternative: slug.nullish(),
});

export const seedTraining = z.strictObject({
  ...{ organisation: slug, year: z.number().int(), programme: text(200), audience: text(200), trained: count },
  ...{ target: count.nullish(), source: text(500).nullish(), declaredBy: person, declaredAt: date },
  state: z.enum(["declared", "validated"]).default("declared"),
});

/** Something that the plan names; its kind decides what fields and states it has. */
export const seedPlanRecord = z.strictObject({
  ...{ kind: z.enum(PLAN_KIND_NAMES), organisation: slug, title: text(200), source: text(500), declaredBy: person },
  values: z.record(z.string(), z.string()).default({}),
  ...{ dueFrom: z.iso.date().nullish(), dueOn: z.iso.date().nullish(), invented: z.boolean().default(false) },
  ...{ state: text(40), declaredAt: date },
});
