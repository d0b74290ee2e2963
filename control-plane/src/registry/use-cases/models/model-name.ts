import { z } from "zod";

/** What callers write in `model`: names as publishers form them, such as `mistralai/Mistral-Small-3.2-24B`. */
export const modelName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/, "Letters, digits and . _ : / -");
