import { z } from "zod";

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "a name in lower-case letters, digits and hyphens");
const text = (max: number) => z.string().trim().min(1).max(max);
const values = z.record(z.string(), z.unknown());

/** One mutation of the GraphQL schema, by one person. */
const act = z.strictObject({
  /** E-mail of a person of the file, or a word of `each`. */
  by: text(200),
  do: z.string().regex(/^[a-z][A-Za-z]+$/, "a mutation of control-plane/contracts/schema.graphql"),
  with: values.default({}),
  /** What the acts after it call what it made. */
  as: name.nullish(),
  /** State that what it made has to reach, by a job, before the next act. */
  until: z
    .string()
    .regex(/^[A-Z_]+$/, "a state in capitals")
    .nullish(),
});

/** What was done on one day, in order. */
const pastDay = z.strictObject({
  /** Days before the first start. */
  daysAgo: z.number().int().min(1).max(400),
  /** Rows for which the acts are repeated, one after the other; their fields are words in them. */
  each: z.array(z.record(name, z.unknown())).min(1).nullish(),
  acts: z.array(act).min(1),
});

/** What one application asked for on an ordinary working day. */
const traffic = z.strictObject({
  application: name,
  /** Requests of a working day; nights and week-ends have a part of it. */
  perDay: z.number().int().min(1).max(200),
  inputTokens: z.number().int().min(1).max(200_000),
  outputTokens: z.number().int().min(1).max(100_000),
  /** Of a use case that prepares decisions: how references begin. The requests of a day serve one decision. */
  decisionRef: text(60).nullish(),
  /** Part refused because its line was full, and part that its caller left. */
  refusedPercent: z.number().min(0).max(100).default(0),
  cancelledPercent: z.number().min(0).max(100).default(0),
});

export const MOST_PAST_RECORDS = 20_000;

/** What people did and callers asked before the first start: lived once, through the rooms' own verbs. */
export const seedPast = z.strictObject({
  /** Days before the first start on which the rest of the file was already so. */
  daysAgo: z.number().int().min(1).max(400),
  days: z.array(pastDay).default([]),
  usage: z
    .strictObject({ days: z.number().int().min(1).max(90), lines: z.array(traffic).min(1) })
    .refine(
      ({ days, lines }) => lines.reduce((sum, { perDay }) => sum + perDay, 0) * days <= MOST_PAST_RECORDS,
      `at most ${String(MOST_PAST_RECORDS)} requests`,
    )
    .nullish(),
});

export type SeedPast = z.output<typeof seedPast>;
export type PastTraffic = z.output<typeof traffic>;
