import { z } from "zod";
import { isDay } from "../../domain/desk/calendar-day.js";

export const id = z.string().trim().min(1).max(64);
export const version = z.number().int().min(1).describe("The version that was looked at.");
export const reason = z.string().trim().min(3, "Say why in at least 3 characters.").max(2000);
export const line = z.string().trim().min(3).max(200);
export const text = z.string().trim().min(3).max(4000);
export const url = z.url({ protocol: /^https?$/ }).max(500);
export const day = z.string().refine(isDay, "A day that exists, as 2026-09-30.");
export const rule = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, "A rule by its name, family/rule.")
  .max(120);
/** An instant as GraphQL reads it. */
export const instant = z.date();
