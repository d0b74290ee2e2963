import { DATA_LABELS, SERVICE_CLASSES, USE_CASE_STATES } from "@socle/contracts";
import { z } from "zod";
import { DECISION_ROLES, STAFF_EFFECTS } from "../domain/ai-use-case.js";
import { dossierSchema } from "../domain/dossier/dossier.js";

export const reason = z.string().trim().min(3, "Say why in at least 3 characters.").max(2000);
export const id = z.string().trim().min(1).max(64);
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Lower-case letters, digits and hyphens.")
  .max(60);
export const version = z.number().int().min(1).describe("The version that was looked at.");
/** A record, at the version that somebody looked at. */
export const idAndVersion = z.object({ id, version });
export type IdAndVersion = z.infer<typeof idAndVersion>;
export const state = z.enum(USE_CASE_STATES);

/** What a declaration says of the use case itself. */
export const declaration = {
  name: z.string().trim().min(3).max(100),
  description: z.string().trim().min(1).max(400),
  organisationId: id,
  labels: z.array(z.enum(DATA_LABELS)).max(DATA_LABELS.length),
  serviceClass: z.enum(SERVICE_CLASSES),
  maxOutputTokens: z.number().int().min(1).max(1_000_000),
  decisionRole: z.enum(DECISION_ROLES),
  affectsIndividuals: z.boolean(),
  staffEffect: z.enum(STAFF_EFFECTS),
  ownerEmail: z.union([z.literal(""), z.email()]),
  oversight: z.string().trim().max(4000),
  dossier: dossierSchema.default({}),
};
