import { z } from "zod";

export const motive = z.string().trim().min(3).max(2000);
export const organisationId = z.string().min(1).max(64).nullish();
export const proposalId = z.string().min(1).max(64);
export const version = z.number().int().min(1);

export const policyFile = z
  .object({ path: z.string().min(1).max(200), text: z.string().max(100_000) })
  .describe("A rule's file, at its path below the policies folder.");
/** Paths as in the policies folder; the engine bounds number and length once more, file by file. */
export const policyFiles = z.array(policyFile).min(1).max(1000);
