import type { ZodType } from "zod";
import { invalidInput } from "./refusal.js";
import { ok, refuse } from "./result.js";
import type { Schema } from "./use-case.js";

/** A use case's input described with zod; every issue is listed with its path. */
export function zodSchema<T>(type: ZodType<T>): Schema<T> {
  return {
    parse(raw) {
      const parsed = type.safeParse(raw);
      if (parsed.success) return ok(parsed.data);
      return refuse(
        invalidInput(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }))),
      );
    },
  };
}
