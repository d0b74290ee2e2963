import { decodeCursor } from "../../../../platform/graphql/cursor.js";

/** Id behind the cursor of a list of records; `null` for the first page. */
export function recordCursor(after: string | null): string | null {
  if (after === null || after === undefined) return null;
  return String(decodeCursor(after, 1)[0]);
}
