import { z } from "zod";
import {
  EVAL_STATUSES,
  MODEL_FORMATS,
  RUNS_IN,
  TRAINING_ON_INPUTS,
  UNKNOWN_PROVENANCE,
  WEIGHTS,
  type Provenance,
} from "../../domain/models/model.js";
import { modelName } from "./model-name.js";

export const modelFacts = {
  name: modelName,
  publisher: z.string().trim().min(1).max(100),
  publisherCountry: z.string().regex(/^[A-Z]{2}$/, "A country as two capital letters (ISO 3166-1 alpha-2)."),
  licence: z.string().trim().min(1).max(100),
  contextWindow: z.number().int().min(1).max(100_000_000),
};

/** Whatever is left out is not known. */
export const provenance = z
  .object({
    weights: z.enum(WEIGHTS).nullish(),
    format: z.enum(MODEL_FORMATS).nullish(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case.")
      .nullish()
      .describe("Of the weights, in hexadecimal."),
    runsIn: z.enum(RUNS_IN).nullish(),
    trainingOnInputs: z.enum(TRAINING_ON_INPUTS).nullish(),
    evalStatus: z.enum(EVAL_STATUSES).nullish(),
    billionParameters: z.number().positive().max(100_000).nullish().describe("Thousand millions of weights."),
    cardUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullish(),
  })
  .describe("Where a model comes from, apart from where it runs.")
  .transform((said): Provenance => {
    const known = Object.entries(said).filter(([, value]) => value != null);
    return { ...UNKNOWN_PROVENANCE, ...Object.fromEntries(known) };
  });
