import type { Result } from "../../kernel/result.js";
import { SeedRefused } from "../domain/seed-refused.js";

/** The value of a room's verb; refuses the file, saying which part, when the room does. */
export async function did<T>(what: string, run: Promise<Result<T>>): Promise<T> {
  const result = await run;
  if (result.ok) return result.value;
  throw new SeedRefused(`${what}: ${result.refusal.message}`);
}

/** The id behind a name of the file. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new SeedRefused(`${name} is not known`);
  return id;
}
