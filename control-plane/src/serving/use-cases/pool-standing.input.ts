import {
  DATA_LABELS,
  HOMOLOGATION_LEVELS,
  QUALIFICATION_SCHEMES,
  TENANCIES,
  type PoolStandingV1,
} from "@socle/contracts";
import { z } from "zod";

const day = z.iso.date();
const line = z.string().trim().min(1).max(200);
const country = z.string().regex(/^[A-Z]{2}$/, "A country as two capital letters.");
const countries = z.array(country).max(250).optional();
const percent = z.number().min(0).max(100).optional();

const qualification = z
  .strictObject({
    scheme: z.enum(QUALIFICATION_SCHEMES),
    service: line,
    covers: z.boolean().default(true),
    reference: line,
    from: day,
    to: day,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "It ends before it begins." });

const fields = z.strictObject({
  qualifications: z.array(qualification).max(50).optional(),
  homologations: z
    .array(z.strictObject({ level: z.enum(HOMOLOGATION_LEVELS), reference: line, to: day }))
    .max(50)
    .optional(),
  locations: countries,
  transferSafeguards: countries,
  supportAccessCountries: countries,
  operatorCountry: country.optional(),
  nonEuHoldingMax: percent,
  nonEuHoldingTotal: percent,
  nonEuLawExposure: z.boolean().optional(),
  sensitivity: z.enum(DATA_LABELS).optional(),
  tenancy: z.enum(TENANCIES).optional(),
  drInterconnection: z.boolean().optional(),
  sealLevel: z.number().int().min(0).max(4).optional(),
});

const isKnown = ([, value]: readonly [string, unknown]): boolean => value !== undefined;

/** What is said of a pool to the rules; whatever is left out is not known. */
export const poolStanding = fields.transform((said): PoolStandingV1 =>
  Object.fromEntries(Object.entries(said).filter(isKnown)),
);
