import { z } from "zod";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = z
  .string()
  .regex(DAY, "must be a day written YYYY-MM-DD")
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  }, "is no day of the calendar");
const ruleId = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, "must be family/rule");
const file = z.object({ path: z.string().min(1).max(300), text: z.string().min(1).max(100_000) });

const draft = z.object({
  files: z.array(file).max(500).default([]),
  onTopOfActive: z.boolean().default(true),
  without: z.array(ruleId).max(500).default([]),
});

/** A bundle on record, rules given here, or neither: then the active rules are replayed. */
export const simulationRequest = z.object({
  /** Whose decisions; the State's when absent. */
  organisationId: z.uuid().nullish(),
  fromDay: day,
  toDay: day,
  legalDay: day.nullish(),
  /** Digest of a bundle on record. */
  candidateDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be the digest of a bundle")
    .nullish(),
  rules: draft.nullish(),
});
export type SimulationRequest = z.output<typeof simulationRequest>;
