import { z } from "zod";

export const id = z.string().trim().min(1).max(64);
/** The version that the actor read: the write is refused when another one stands. */
export const expectedVersion = z.number().int().min(1);
/** Chosen by the client: the same key from the same person creates once, and answers the same again. */
export const idempotencyKey = z.string().trim().min(8).max(100).nullish();
export const reason = z.string().trim().max(4000).nullish();

export const cell = z
  .object({ field: z.string().max(64), value: z.string().max(4000) })
  .describe("What somebody writes in a field, as in a cell of a spreadsheet.");
/** Cells by field key, as forms and clients send them; a number is taken as it is written. */
export const cells = z
  .array(cell)
  .max(100)
  .transform((list) => new Map(list.map((cell) => [cell.field, cell.value])));
