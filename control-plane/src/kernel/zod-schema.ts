import type { z } from "zod";
import { invalidInput } from "./refusal.js";
import { ok, refuse } from "./result.js";
import type { Schema } from "./use-case.js";

/** Input schema of a use case from a zod type; issues keep their dotted path. */
export const zodSchema = <Input>(type: z.ZodType<Input>): Schema<Input> => ({
  parse(raw) {
    const parsed = type.safeParse(raw);
    if (parsed.success) return ok(parsed.data);
    const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
    return refuse(invalidInput(issues));
  },
});
