import { PLAN_KIND_NAMES } from "@socle/contracts";
import { z } from "zod";
import type { PlanWords } from "../domain/plan-record.js";

export const id = z.string().trim().min(1).max(64);
export const kind = z.enum(PLAN_KIND_NAMES);
export const version = z.number().int().min(1).describe("The version that was looked at.");
export const reason = z.string().trim().min(3, "Say why in at least 3 characters.").max(2000);

const day = z
  .string()
  .max(10)
  .nullish()
  .transform((value) => value ?? null);
export const planValue = z.object({ name: z.string().min(1).max(40), value: z.string().max(4000) });

/** What a record says, as it arrives; its kind decides whether it may say so. */
export const words = {
  title: z.string().trim().min(3).max(200),
  values: z.array(planValue).max(20),
  dueFrom: day.describe("First day of a window that ends on `dueOn`."),
  dueOn: day,
  source: z.string().trim().min(3, "Say where it is from.").max(500),
};

/** @param invented only samples say so */
export const wordsOf = (
  { title, values, dueFrom, dueOn, source }: z.output<z.ZodObject<typeof words>>,
  invented = false,
): PlanWords => ({
  ...{ title, dueFrom, dueOn, source, invented },
  values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
});
